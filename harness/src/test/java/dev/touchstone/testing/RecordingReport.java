package dev.touchstone.testing;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.result.RunResult;
import java.io.IOException;
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

    /** The newest run's result. */
    public static RunResult latest() {
        return RESULTS.get(RESULTS.size() - 1);
    }
}
