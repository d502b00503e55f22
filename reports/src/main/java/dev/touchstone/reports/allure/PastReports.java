package dev.touchstone.reports.allure;

import dev.touchstone.reports.RunFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Carries Allure's history from run to run, as its users do by hand: the folder {@code history} of a report goes into the next one's results. A report
 * in one file has no such folder, so it is written beside the page from what the page holds.
 */
final class PastReports {

    /** What a page holds of it: {@code d('history/history.json','base64')}. */
    private static final Pattern DATA = Pattern.compile("d\\('history/([a-z-]+\\.json)','([^']*)'");

    /** Of a run's folder; sortable by time. */
    private static final Pattern RUN = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{8}(-\\d+)?");

    private static final String HISTORY = "history";

    private PastReports() {}

    /** Copies the history of the newest earlier run in the same output folder into the results; nothing where there is none. */
    static void carry(Path run, Path results) throws IOException {
        Optional<Path> history = newestBefore(run);
        if (history.isEmpty()) {
            return;
        }
        Path target = Files.createDirectories(results.resolve(HISTORY));
        for (Path file : files(history.get())) {
            Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes the history, this run included, beside the page. */
    static void keep(Path page) throws IOException {
        Path target = Files.createDirectories(page.resolveSibling(HISTORY));
        try (Stream<String> lines = Files.lines(page, StandardCharsets.UTF_8)) {
            for (String line : (Iterable<String>) lines.filter(text -> text.contains("d('history/"))::iterator) {
                for (Matcher data = DATA.matcher(line); data.find(); ) {
                    Files.write(
                            target.resolve(data.group(1)), Base64.getDecoder().decode(data.group(2)));
                }
            }
        }
    }

    private static Optional<Path> newestBefore(Path run) throws IOException {
        String name = run.getFileName().toString();
        if (!RUN.matcher(name).matches()) {
            return Optional.empty();
        }
        return files(run.toAbsolutePath().getParent()).stream()
                .filter(folder -> RUN.matcher(folder.getFileName().toString()).matches())
                .filter(folder -> folder.getFileName().toString().compareTo(name) < 0)
                .map(folder -> folder.resolve(RunFiles.ALLURE_REPORT).resolveSibling(HISTORY))
                .filter(Files::isDirectory)
                .max(Comparator.comparing(Path::toString));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
