package dev.touchstone.testing;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Group;
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
import java.util.stream.Collectors;

/** Two small suites for tests, and their data files. In every file the gold letters are A, B, C, D, A, B, ... in turn. */
public final class ColourSuites implements SuiteSource {

    /** Items in each evaluation file. */
    public static final int ITEMS = 6;

    @Override
    public List<Suite> suites() {
        return List.of(
                suite(
                        "colours",
                        List.of(new Group("warm", "Warm"), new Group("cold", "Cold")),
                        List.of(
                                new Subject("red", "Red", "红", "warm"),
                                new Subject("orange", "Orange", "橙", "warm"),
                                new Subject("blue", "Blue", "蓝", "cold"))),
                suite("shapes", List.of(), List.of(new Subject("circle", "Circle", "Circle", ""))));
    }

    /** Writes the data files of both suites. */
    public static Path write(Path folder) {
        return write(folder, ITEMS);
    }

    /** Writes the data files of both suites, with that many items in each evaluation file. */
    public static Path write(Path folder, int items) {
        for (Suite suite : new ColourSuites().suites()) {
            for (Subject subject : suite.subjects()) {
                write(folder, suite.id(), "val", subject.id(), items);
                write(folder, suite.id(), "dev", subject.id(), 2);
            }
        }
        return folder;
    }

    /** The evaluation file of a subject. */
    public static Path file(Path folder, String suite, String subject) {
        return folder.resolve(suite).resolve("val").resolve(subject + "_val.csv");
    }

    private static void write(Path folder, String suite, String split, String subject, int items) {
        StringBuilder csv = new StringBuilder("id,question,A,B,C,D,answer\n");
        for (int i = 0; i < items; i++) {
            csv.append(i)
                    .append(",")
                    .append(subject)
                    .append(" ")
                    .append(split)
                    .append(" question ")
                    .append(i);
            csv.append("?,w")
                    .append(i)
                    .append(",x,y,z,")
                    .append("ABCD".charAt(i % 4))
                    .append("\n");
        }
        try {
            Path file = folder.resolve(suite).resolve(split).resolve(subject + "_" + split + ".csv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, csv, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Suite suite(String id, List<Group> groups, List<Subject> subjects) {
        return new Suite(
                id,
                id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1),
                "1.0",
                "en",
                null,
                "val",
                0,
                2,
                groups,
                subjects,
                subjects.stream().collect(Collectors.toMap(Subject::id, subject -> task(id))),
                new MiniDefaults(Form.LETTERS, 0));
    }

    private static Task task(String id) {
        return new Task(
                OutputType.MULTIPLE_CHOICE,
                List.of("acc", "acc_norm"),
                Map.of(
                        Form.LETTERS,
                        new PromptTemplates(
                                "About {{ subject.title }}.\n\n",
                                "{{ question }}\nA. {{ A }}\nB. {{ B }}\nC. {{ C }}\nD. {{ D }}\nAnswer:",
                                "{{ answer }}",
                                List.of("A", "B", "C", "D"),
                                " ",
                                "\n\n")),
                new DataLayout(
                        id + "/val/{subject}_val.csv",
                        id + "/dev/{subject}_dev.csv",
                        "csv",
                        true,
                        List.of("id", "question", "A", "B", "C", "D", "answer"),
                        null,
                        List.of("A", "B", "C", "D"),
                        null,
                        "answer",
                        List.of("A", "B", "C", "D"),
                        -1),
                null,
                null,
                null,
                null);
    }
}
