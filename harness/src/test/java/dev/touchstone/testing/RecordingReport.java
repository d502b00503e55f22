package dev.touchstone.testing;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.result.RunResult;
import dev.touchstone.suites.audit.DataAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every run's result for tests to look at; fails when the output folder's name says so. */
public final class RecordingReport implements ReportWriter {

    /** Results of all runs of this JVM, the newest last. */
    public static final List<RunResult> RESULTS = new CopyOnWriteArrayList<>();

    @Override
    public String id() {
        return "recording";
    }

    @Override
    public void write(RunResult result) throws IOException {
        RESULTS.add(result);
        if (result.run().folder().toString().contains("unwritable-report")) {
            throw new IOException("no space left");
        }
    }

    /** What the newest audit found. */
    public static List<DataAudit> audits = List.of();

    @Override
    public void writeAudits(List<DataAudit> found, Path folder) {
        audits = found;
    }

    /** The newest run's result. */
    public static RunResult latest() {
        return RESULTS.get(RESULTS.size() - 1);
    }
}
