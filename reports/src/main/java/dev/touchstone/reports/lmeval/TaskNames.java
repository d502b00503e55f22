package dev.touchstone.reports.lmeval;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import tools.jackson.databind.JsonNode;

/** lm-evaluation-harness's names of tasks and groups. Mini items are no published benchmark: their tasks begin with {@code mini_}. */
final class TaskNames {

    private static final Properties NAMES = names();

    private final String suite;
    private final String prefix;
    private final boolean isOneTask;

    TaskNames(JsonNode suite) {
        this.suite = suite.required("suite").asString();
        String data = suite.path("data").asString("");
        this.prefix = data.startsWith("mini") ? data.replace('-', '_') + "_" : "";
        JsonNode subjects = suite.required("subjects");
        this.isOneTask = subjects.size() == 1
                && subjects.get(0).required("subject").asString().equals(this.suite);
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
