package dev.touchstone.report;

import dev.touchstone.result.RunResult;
import dev.touchstone.suites.audit.DataAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Turns a finished run into files or console output. Implement this and name the class in
 * {@code META-INF/services/dev.touchstone.report.ReportWriter}. Implementations have no state.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface ReportWriter {

    /** The report's name, such as {@code allure}; unique. */
    String id();

    /** Writers run in ascending order; the console comes last so that what it prints is true. 0 unless overridden. */
    default int order() {
        return 0;
    }

    /**
     * Writes the report below {@code result.run().folder()}. A run that was stopped is written too.
     *
     * @throws IOException if it can't be written; the run fails with this message, other reports are still written
     */
    void write(RunResult result) throws IOException;

    /**
     * Writes what audits of data found, with {@code -Daudit=true}. Does nothing unless overridden.
     *
     * @param audits one for each suite, in the order in which they ended
     * @param folder where files go; it may not exist yet
     * @throws IOException as above
     */
    default void writeAudits(List<DataAudit> audits, Path folder) throws IOException {}
}
