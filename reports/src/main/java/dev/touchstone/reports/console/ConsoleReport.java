package dev.touchstone.reports.console;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.result.RunResult;
import dev.touchstone.suites.audit.DataAudit;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Prints a run's results: a table for each suite, by group and subject, and where the files are. Colours only on a terminal and
 * without NO_COLOR; plain signs where the console's character set has no others.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ConsoleReport implements ReportWriter {

    private final Terminal terminal;

    /** Reports to the standard output. */
    public ConsoleReport() {
        this(Terminal.standard());
    }

    ConsoleReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String id() {
        return "console";
    }

    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void write(RunResult result) {
        terminal.print(new RunText(result, terminal.style()).lines());
    }

    @Override
    public void writeAudits(List<DataAudit> audits, Path folder) {
        terminal.print(new AuditText(audits, folder, terminal.style()).lines());
    }
}
