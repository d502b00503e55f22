package dev.touchstone.reports.markdown;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Writes {@code summary.md} beside {@code results.json}: verdicts, each suite's first metric, variants, warnings, origin. */
@API(status = Status.INTERNAL, since = "0.1")
public final class MarkdownSummary implements ReportWriter {

    /** After the results file, which it reads. */
    private static final int AFTER_RESULTS = 100;

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public int order() {
        return AFTER_RESULTS;
    }

    @Override
    public void write(RunResult result) throws IOException {
        Path folder = result.run().folder();
        RunFiles.write(folder.resolve(RunFiles.SUMMARY), new Summary(RunFiles.readResults(folder)).text());
    }
}
