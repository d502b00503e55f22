package dev.touchstone.reports.allure;

import io.qameta.allure.ReportGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Generates the Allure report as one HTML file, in this process. It needs no network, loads nothing and tells nobody; that is checked
 * on the written page.
 */
final class HtmlReport {

    /** What a page with Google's analytics contains. */
    private static final List<String> ANALYTICS = List.of("googletagmanager", "google-analytics", "gtag");

    private HtmlReport() {}

    /**
     * Writes {@code index.html} into {@code folder}.
     *
     * @param results the folder with Allure's results
     * @param configuration what to generate
     * @throws IOException if it can't be generated, or contains analytics; the page is deleted then
     */
    static void generate(Path results, Path folder, ReportConfiguration configuration) throws IOException {
        Path page = folder.resolve("index.html");
        try {
            new ReportGenerator(configuration).generateSingleFile(folder, List.of(results));
        } catch (RuntimeException e) {
            throw new IOException(
                    "the Allure report " + page + " can't be generated from " + results + " (" + e
                            + "); the results there can be read by another version of Allure",
                    e);
        }
        checkForAnalytics(page);
    }

    static void checkForAnalytics(Path page) throws IOException {
        for (String sign : ANALYTICS) {
            if (contains(page, sign)) {
                Files.delete(page);
                throw new IOException("the Allure report " + page + " contained '" + sign
                        + "' and would tell Google who reads it, so it was deleted; allure-generator "
                        + ReportConfiguration.GENERATOR_VERSION + " is expected on the class path, check its version");
            }
        }
    }

    /** Line by line: the page has some megabytes, in lines of one data file each. */
    private static boolean contains(Path page, String sign) throws IOException {
        try (Stream<String> lines = Files.lines(page, StandardCharsets.UTF_8)) {
            return lines.anyMatch(line -> line.contains(sign));
        }
    }
}
