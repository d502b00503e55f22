package dev.touchstone.reports;

import dev.touchstone.result.SuiteResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a run's files are, and how they are written. */
@API(status = Status.INTERNAL, since = "0.1")
public final class RunFiles {

    /** The results file, in the run's folder. */
    public static final String RESULTS = "results.json";

    /** What audits of data found, in the audit's folder. */
    public static final String AUDIT = "audit.json";

    /** The same for people. */
    public static final String AUDIT_REPORT = "audit.html";

    /** The summary for a pull request, in the run's folder. */
    public static final String SUMMARY = "summary.md";

    /** The report for people, in the run's folder. */
    public static final String REPORT = "report.html";

    /** The folder with lm-evaluation-harness's files, in the run's folder. */
    public static final String LM_EVAL = "lm-eval";

    /** How the run's suites did in the past, in the run's folder. */
    public static final String TREND = "trend.json";

    /** The Allure report, in the run's folder. */
    public static final String ALLURE_REPORT = "allure-report/index.html";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Writes a file's text. */
    @FunctionalInterface
    public interface Content {

        /** Writes it all; the writer is closed by the caller. */
        void writeTo(Writer out) throws IOException;
    }

    private RunFiles() {}

    /** The name of the file that the suite's publisher takes, where the answers are not published. */
    public static String submission(SuiteResult suite) {
        return "submission-" + suite.suite() + "-" + suite.variant().id() + ".json";
    }

    /** {@code file} as seen from {@code folder}, with {@code /} between names; unchanged if it is not below the folder. */
    public static String relative(Path folder, Path file) {
        Path base = folder.toAbsolutePath().normalize();
        Path whole = file.toAbsolutePath().normalize();
        return slashes(whole.startsWith(base) ? base.relativize(whole) : file);
    }

    /**
     * Writes a text file as UTF-8 so that nobody ever sees half of it: beside its place first, and then moved there.
     *
     * @throws IOException if it can't be written; the message names the file
     */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text));
    }

    /** The same for a text that is better not held as a whole. */
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = folder.resolve(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
            move(part, file);
        } catch (IOException e) {
            throw new IOException(
                    file + " can't be written (" + e + "); free the place, or choose another one with -Doutput=FOLDER",
                    e);
        }
    }

    /**
     * What the results file of a run holds.
     *
     * @throws IOException if it is missing or damaged; the message says which file
     */
    public static JsonNode readResults(Path folder) throws IOException {
        Path file = folder.resolve(RESULTS);
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing, and this report is made from it; the report 'json' writes it");
        }
        return read(file);
    }

    /**
     * What the file with the past of a run's suites holds; an empty object if there is none, as when no history is kept.
     *
     * @throws IOException if it is damaged; the message says which file
     */
    public static JsonNode readTrend(Path folder) throws IOException {
        Path file = folder.resolve(TREND);
        return Files.isRegularFile(file) ? read(file) : MAPPER.createObjectNode();
    }

    private static JsonNode read(Path file) throws IOException {
        try {
            return MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IOException(file + " is damaged, and this report is made from it: " + e.getOriginalMessage(), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
