package dev.touchstone.reports.console;

import dev.touchstone.suites.audit.DataAudit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What the console report prints of audits. */
public final class AuditTexts {

    private AuditTexts() {}

    public static String print(List<DataAudit> audits, Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        new ConsoleReport(new Terminal(out, false, new Style(false, StandardCharsets.UTF_8)))
                .writeAudits(audits, folder);
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
