package dev.touchstone.reports.lmeval;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import tools.jackson.databind.JsonNode;

/** lm-evaluation-harness's names of tasks and groups. Mini items are no published benchmark: their tasks begin with {@code mini_}. */
final class TaskNames {

    private static final Properties NAMES = names();

    private final String suite;
    private final String prefix;
    private final boolean isOneTask;

    /**
     * Of a suite.
     *
     * @param suite its id
     * @param data where its items come from
     * @param subjects ids of its subjects
     */
    TaskNames(String suite, String data, List<String> subjects) {
        this.suite = suite;
        this.prefix = data.startsWith("mini") ? data.replace('-', '_') + "_" : "";
        this.isOneTask = subjects.equals(List.of(suite));
    }

    /** Of a suite in {@code results.json}. */
    static TaskNames of(JsonNode suite) {
        return new TaskNames(
                suite.required("suite").asString(),
                suite.path("data").asString(""),
                suite.required("subjects")
                        .valueStream()
                        .map(subject -> subject.required("subject").asString())
                        .toList());
    }

    /** Whether the suite is one task and no group. */
    boolean isOneTask() {
        return isOneTask;
    }

    String task(String subject) {
        String standard = NAMES.getProperty(suite + ".*", isOneTask ? suite : suite + "_{subject}");
        return prefix + NAMES.getProperty(suite + "." + subject, standard).replace("{subject}", subject);
    }

    /** The group of the whole suite. */
    String group() {
        return prefix + NAMES.getProperty(suite, suite);
    }

    /** The group of some of the suite's subjects. */
    String group(String group) {
        return group() + "_" + group;
    }

    private static Properties names() {
        Properties names = new Properties();
        try (InputStream in = TaskNames.class.getResourceAsStream("tasks.properties")) {
            names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "tasks.properties beside " + TaskNames.class.getName() + " can't be read", e);
        }
    }
}
