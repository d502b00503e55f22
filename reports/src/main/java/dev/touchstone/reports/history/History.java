package dev.touchstone.reports.history;

import dev.touchstone.config.HistoryUrl;
import dev.touchstone.report.ReportWriter;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Keeps a run in the history, and writes {@code trend.json} beside {@code results.json}: how its suites did before. */
@API(status = Status.INTERNAL, since = "0.1")
public final class History implements ReportWriter {

    /** After the results file, before the reports that show the trend. */
    private static final int BEFORE_REPORTS = 50;

    @Override
    public String id() {
        return "history";
    }

    @Override
    public int order() {
        return BEFORE_REPORTS;
    }

    @Override
    public void write(RunResult result) throws IOException {
        Map<String, String> properties = result.run().properties();
        Path folder = result.run().folder();
        Optional<String> url = HistoryUrl.of(
                Optional.ofNullable(properties.get("history")),
                folder.toAbsolutePath().getParent());
        if (url.isEmpty() || result.suites().stream().allMatch(SuiteResult::isOfChecks)) {
            return;
        }
        Checkout checkout = Checkout.of(Path.of(""), Optional.ofNullable(properties.get("branch")), System.getenv());
        try (Connection connection = Database.open(url.get())) {
            new RunRows(connection).write(result, checkout);
            RunFiles.write(
                    folder.resolve(RunFiles.TREND),
                    new Trend(connection).of(result).toPrettyString() + "\n");
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
