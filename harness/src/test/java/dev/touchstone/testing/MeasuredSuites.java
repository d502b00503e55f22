package dev.touchstone.testing;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.MiniDefaults;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.SuiteSource;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.DataLayout;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.Task.PromptTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Suites without right answers: {@code pages} of text, and {@code marks}, whose subject {@code scale} has marks from 0 to 2 and whose subject
 * {@code letter} has right and wrong answers.
 */
public final class MeasuredSuites implements SuiteSource {

    /** Two pages of 9 and 14 words, of 28 and 46 bytes. */
    private static final String PAGES =
            " = One = \n \n Caf\u00e9 , tea . \n" + " = Two = \n \n A well @-@ known ( old ) page ! \n";

    private static final String SCALE =
            "sentence,mark\ndull,0.25\nfairly good,1\nvery good indeed,2.0\nsplendid,1.75\nso so,0.5\n";

    private static final String LETTER = "sentence,mark\nfirst,A\nsecond,B\nthird,B\n";

    private static final Task ROLLING = new Task(
            OutputType.LOGLIKELIHOOD_ROLLING,
            List.of("word_perplexity", "byte_perplexity", "bits_per_byte"),
            Map.of(Form.OPEN, new PromptTemplates("", "{{ page | wikitext_detokenize }}", "", List.of(), "", "")),
            new DataLayout(
                    "pages/pages.txt", null, "text", false, List.of("page"), null, List.of(), null, "", List.of(), -1),
            null,
            null,
            "page",
            null);

    private static final Map<String, Task> MARKS = Map.of(
            "scale", marks(List.of("0", "1", "2"), List.of("pearson", "spearman"), List.of(), "mark"),
            "letter", marks(List.of("A", "B"), List.of("acc"), List.of("A", "B"), null));

    @Override
    public List<Suite> suites() {
        return List.of(
                suite("pages", Map.of("pages", ROLLING)::get, List.of("pages"), Form.OPEN),
                suite("marks", MARKS::get, List.of("scale", "letter"), Form.CLOZE));
    }

    /** Writes the data files of both suites. */
    public static void write(Path folder) {
        write(folder.resolve("pages/pages.txt"), PAGES);
        write(folder.resolve("marks/scale.csv"), SCALE);
        write(folder.resolve("marks/letter.csv"), LETTER);
    }

    /** Writes one data file. */
    public static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Suite suite(String id, Function<String, Task> tasks, List<String> subjects, Form form) {
        return new Suite(
                id,
                id,
                "1.0",
                "en",
                null,
                "test",
                0,
                0,
                List.of(),
                subjects.stream()
                        .map(subject -> new Subject(subject, subject, subject, ""))
                        .toList(),
                subjects.stream()
                        .collect(Collectors.toMap(
                                subject -> subject, subject -> Objects.requireNonNull(tasks.apply(subject)))),
                new MiniDefaults(form, 0));
    }

    private static Task marks(List<String> choices, List<String> metrics, List<String> goldValues, String scale) {
        return new Task(
                OutputType.MULTIPLE_CHOICE,
                metrics,
                Map.of(Form.CLOZE, new PromptTemplates("", "{{ sentence }}: mark?", null, choices, " ", "\n\n")),
                new DataLayout(
                        "marks/{subject}.csv",
                        null,
                        "csv",
                        true,
                        List.of("sentence", "mark"),
                        null,
                        List.of(),
                        null,
                        "mark",
                        goldValues,
                        -1),
                null,
                scale,
                null,
                null);
    }
}
