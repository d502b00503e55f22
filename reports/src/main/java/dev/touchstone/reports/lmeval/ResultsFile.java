package dev.touchstone.reports.lmeval;

import dev.touchstone.suites.MetricName;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code results_*.json}. What is not known there, such as the commit, is left out or null; a standard error that is undefined is "N/A". */
final class ResultsFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final LmEvalRun run;
    private final Map<String, String> taskHashes;
    private final ObjectNode root = MAPPER.createObjectNode();

    ResultsFile(LmEvalRun run, Map<String, String> taskHashes) {
        this.run = run;
        this.taskHashes = taskHashes;
    }

    String text() {
        root.putObject("results");
        root.putObject("groups");
        root.putObject("group_subtasks");
        root.putObject("configs");
        root.putObject("versions");
        root.putObject("n-shot");
        root.putObject("higher_is_better");
        root.putObject("n-samples");
        run.suites().forEach(this::addSuite);
        if (root.get("groups").isEmpty()) {
            root.remove("groups");
        }
        addConfiguration();
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private void addSuite(JsonNode suite) {
        TaskNames names = TaskNames.of(suite);
        if (!names.isOneTask()) {
            addGroups(suite, names);
        }
        for (JsonNode subject : suite.required("subjects")) {
            addTask(suite, subject, names);
        }
    }

    private void addGroups(JsonNode suite, TaskNames names) {
        addGroup(names.group(), suite);
        for (JsonNode group : suite.required("groups")) {
            if (!isDivision(group, suite)) {
                continue;
            }
            String name = names.group(group.required("group").asString());
            subtasks(names.group()).add(name);
            addGroup(name, group);
        }
        for (JsonNode subject : suite.required("subjects")) {
            String group = subject.path("group").asString("");
            subtasks(group.isEmpty() ? names.group() : names.group(group))
                    .add(names.task(subject.required("subject").asString()));
        }
    }

    /** Whether subjects name it as their group; others are views of subjects that are in one of these. */
    private static boolean isDivision(JsonNode group, JsonNode suite) {
        return suite.required("subjects")
                .valueStream()
                .anyMatch(subject -> subject.path("group").equals(group.required("group")));
    }

    private void addGroup(String name, JsonNode of) {
        subtasks(name);
        root.withObject("/results").set(name, metrics(name, of));
        root.withObject("/groups").set(name, metrics(name, of));
        higherIsBetter(name, of);
    }

    private void addTask(JsonNode suite, JsonNode subject, TaskNames names) {
        String name = names.task(subject.required("subject").asString());
        if (names.isOneTask()) {
            subtasks(name);
        }
        root.withObject("/results").set(name, metrics(name, subject));
        root.withObject("/configs")
                .putObject(name)
                .put("task", name)
                .put("num_fewshot", suite.required("shots").asInt())
                .put("dataset_sha256", suite.required("dataSha256").asString());
        root.withObject("/n-shot").put(name, suite.required("shots").asInt());
        higherIsBetter(name, subject);
        root.withObject("/n-samples").putObject(name).put("effective", evaluated(subject));
    }

    private ArrayNode subtasks(String name) {
        return root.withObject("/group_subtasks").withArrayProperty(name);
    }

    private static ObjectNode metrics(String name, JsonNode of) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", name).put("alias", name).put("sample_len", evaluated(of));
        JsonNode metrics = of.required("metrics");
        Metric.known(metrics.propertyNames()).forEach(metric -> {
            Metric written = Metric.of(metric);
            JsonNode value = metrics.get(metric).path("value");
            JsonNode error = metrics.get(metric).path("stderr");
            node.set(
                    written.key(""),
                    value.isNumber() ? value : MAPPER.getNodeFactory().nullNode());
            node.set(
                    written.key("_stderr"),
                    error.isNumber() ? error : MAPPER.getNodeFactory().stringNode("N/A"));
        });
        return node;
    }

    private void higherIsBetter(String name, JsonNode of) {
        ObjectNode node = root.withObject("/higher_is_better").putObject(name);
        Metric.known(of.required("metrics").propertyNames())
                .forEach(metric -> node.put(
                        Metric.of(metric).name(),
                        MetricName.find(metric)
                                .filter(MetricName::isBetterWhenLower)
                                .isEmpty()));
    }

    private static long evaluated(JsonNode of) {
        JsonNode outcomes = of.required("outcomes");
        return outcomes.valueStream().mapToLong(JsonNode::asLong).sum()
                - outcomes.path("error").asLong(0);
    }

    private void addConfiguration() {
        JsonNode about = run.about();
        ObjectNode config = root.putObject("config");
        config.put("model", "touchstone").put("model_args", "pretrained=" + run.model());
        config.set("model_num_parameters", about.path("modelDetails").path("parameters"));
        config.put("model_dtype", run.variant());
        config.put("model_sha", about.path("modelFingerprint").asString(""));
        root.put("git_hash", (String) null).put("date", run.started().toEpochMilli() / 1000.0);
        root.set("task_hashes", MAPPER.valueToTree(taskHashes));
        root.put("model_source", "touchstone").put("model_name", run.model());
        root.put("model_name_sanitized", run.model().replaceAll("[\"<>:/|\\\\?*\\[\\]]+", "__"));
        root.set("max_length", about.path("modelDetails").path("contextLength"));
        root.put("touchstone_version", about.path("harnessVersion").asString(""));
        root.put("total_evaluation_time_seconds", Double.toString(seconds()));
    }

    private double seconds() {
        return run.suites().stream()
                .mapToDouble(
                        suite -> suite.path("performance").path("wallSeconds").asDouble(0))
                .sum();
    }
}
