package dev.touchstone.reports.allure;

import dev.touchstone.report.ReportWriter;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes {@code allure-results/}, which any Allure can read and collect over runs, and {@code allure-report/index.html}, one file that
 * can be opened and mailed. A subject is a test and its items are the test's steps: a test for each item would make the report of a
 * large suite ten times as big and slow. See {@link SubjectTest} and {@link ItemStep} for what the colours mean. What an earlier
 * attempt at the same run left in the two folders is replaced.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class AllureReport implements ReportWriter {

    @Override
    public String id() {
        return "allure";
    }

    @Override
    public void write(RunResult result) throws IOException {
        Slf4jNotice.withoutNotice();
        Path results = result.run().folder().resolve("allure-results");
        Path page = result.run().folder().resolve(RunFiles.ALLURE_REPORT);
        delete(results);
        delete(page.getParent());
        Files.createDirectories(results);
        RunFacts facts = new RunFacts(result);
        new ResultFiles(result, results).write();
        facts.write(results);
        PastReports.carry(result.run().folder(), results);
        String uuid = Digest.uuid(result.run().id());
        HtmlReport.generate(
                results, page.getParent(), new ReportConfiguration(uuid, facts.reportName(), facts.environment()));
        PastReports.keep(page);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
