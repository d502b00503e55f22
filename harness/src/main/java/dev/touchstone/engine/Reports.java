package dev.touchstone.engine;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.result.RunResult;
import java.io.IOException;
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

    /** Writes every report, also when one fails; then the first failure is thrown, with the others attached. */
    void write(RunResult result) throws IOException {
        IOException failure = null;
        for (ReportWriter writer : writers) {
            try {
                writer.write(result);
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
}
