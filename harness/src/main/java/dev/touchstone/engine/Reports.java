package dev.touchstone.engine;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.result.RunResult;
import dev.touchstone.suites.audit.DataAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** All reports on the class path. */
final class Reports {

    private final List<ReportWriter> writers;

    private Reports(List<ReportWriter> writers) {
        this.writers = writers;
    }

    static Reports load() {
        return new Reports(ServiceLoader.load(ReportWriter.class, Reports.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(ReportWriter::order).thenComparing(ReportWriter::id))
                .toList());
    }

    /** Writes the reports of a run. */
    void write(RunResult result) throws IOException {
        writeEach(writer -> writer.write(result));
    }

    /** Writes the reports of audits into a folder. */
    void writeAudits(List<DataAudit> audits, Path folder) throws IOException {
        writeEach(writer -> writer.writeAudits(List.copyOf(audits), folder));
    }

    /** Writes every report, also when one fails; then the first failure is thrown, with the others attached. */
    private void writeEach(Writing writing) throws IOException {
        IOException failure = null;
        for (ReportWriter writer : writers) {
            try {
                writing.by(writer);
            } catch (IOException | RuntimeException e) {
                IOException wrapped = new IOException("report '" + writer.id() + "' was not written: " + e, e);
                if (failure == null) {
                    failure = wrapped;
                } else {
                    failure.addSuppressed(wrapped);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private interface Writing {

        void by(ReportWriter writer) throws IOException;
    }
}
