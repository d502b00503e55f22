package dev.touchstone.reports.html;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.RunResult;
import dev.touchstone.suites.audit.DataAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes {@code report.html} beside {@code results.json}: verdicts, tables with intervals, confusion, calibration, a comparison of variants,
 * and every item with its evidence. It reads the run's files, so whatever they say can be shown, also of runs of another version.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class HtmlReport implements ReportWriter {

    /** After the results file, which it reads. */
    private static final int AFTER_RESULTS = 100;

    @Override
    public String id() {
        return "html";
    }

    @Override
    public int order() {
        return AFTER_RESULTS;
    }

    @Override
    public void write(RunResult result) throws IOException {
        write(result.run().folder());
    }

    @Override
    public void writeAudits(List<DataAudit> audits, Path folder) throws IOException {
        RunFiles.write(folder.resolve(RunFiles.AUDIT_REPORT), new AuditPage(audits).text());
    }

    /**
     * Writes the report of the run in that folder.
     *
     * @throws IOException if a file of the run is missing or damaged, or the report can't be written; the message says which file
     */
    static void write(Path folder) throws IOException {
        Page page = new Page(RunData.read(folder));
        RunFiles.write(folder.resolve(RunFiles.REPORT), page::writeTo);
    }
}
