package dev.touchstone.report;

import dev.touchstone.result.RunResult;
import java.io.IOException;
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
}
