package dev.touchstone.reports.allure;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files beside Allure's tests: where the numbers come from, how broken tests are named, and what the run is called. */
final class RunFacts {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final RunResult result;

    /** A name for tests with these statuses, as Allure's categories.json has it. */
    private record Category(String name, List<String> matchedStatuses) {}

    RunFacts(RunResult result) {
        this.result = result;
    }

    /** The report's title. */
    String reportName() {
        return result.suites().stream().map(Names::of).distinct().collect(Collectors.joining(", ")) + " – "
                + result.run().model().name();
    }

    void write(Path folder) throws IOException {
        RunFiles.write(folder.resolve("environment.properties"), properties(environment()));
        RunFiles.write(folder.resolve("categories.json"), JSON.writeValueAsString(categories()));
        RunFiles.write(folder.resolve("executor.json"), JSON.writeValueAsString(executor()));
    }

    /** What the numbers are and where they come from, in reading order. */
    Map<String, String> environment() {
        RunInfo run = result.run();
        Map<String, String> facts = new LinkedHashMap<>();
        result.suites().forEach(suite -> putSuite(facts, suite));
        facts.put("model", run.model().name());
        facts.put("model fingerprint", run.model().fingerprint());
        facts.put("kernel", run.model().kernel());
        facts.put("Touchstone", run.harnessVersion());
        facts.put("JDK", run.jdk());
        run.host().forEach((name, value) -> facts.put("host " + name, value));
        run.properties().forEach((name, value) -> facts.put("-D" + name, value));
        return facts;
    }

    private static void putSuite(Map<String, String> facts, SuiteResult suite) {
        String name = Names.of(suite) + " " + suite.variant().id();
        suite.metrics().forEach((metric, estimate) -> facts.put(name + " " + metric, estimate(metric, estimate)));
        if (suite.metrics().isEmpty()) {
            suite.subjects().forEach(subject -> putHeadline(facts, name + " " + Names.of(subject), subject.metrics()));
        }
        if (!suite.finished()) {
            facts.put(name + " stopped", "after " + suite.outcomes().total() + " of " + suite.planned() + " items");
        }
        if (suite.isOfChecks()) {
            facts.put(
                    name + " checks",
                    suite.outcomes().correct() + " of " + suite.outcomes().total() + " hold");
            return;
        }
        facts.put(name + " run as", suite.shots() + " shots, " + suite.mode() + ", " + suite.data() + " data");
        facts.put(name + " data SHA-256", suite.dataSha256());
    }

    /** Where the subjects have no metric in common, each one's first says how it went. */
    private static void putHeadline(Map<String, String> facts, String name, Map<String, Estimate> metrics) {
        metrics.entrySet().stream()
                .limit(1)
                .forEach(headline ->
                        facts.put(name + " " + headline.getKey(), estimate(headline.getKey(), headline.getValue())));
    }

    private static String estimate(String metric, Estimate estimate) {
        if (estimate.value() == null) {
            return "undefined: " + estimate.undefined();
        }
        String value = Figures.metric(metric, estimate.value()) + Figures.unit(metric);
        Estimate.Interval interval = estimate.interval95();
        String range = interval == null
                ? "no interval: " + estimate.undefined()
                : "95 % interval " + Figures.metric(metric, interval.low()) + " – "
                        + Figures.metric(metric, interval.high());
        return value + " (" + range + ", n = " + estimate.n() + ")";
    }

    private static List<Category> categories() {
        return List.of(
                new Category("Could not be evaluated or judged", List.of("broken")),
                new Category("Gates that fail, and checks on the model that do not hold", List.of("failed")));
    }

    private Map<String, String> executor() {
        Map<String, String> executor = new LinkedHashMap<>();
        executor.put("name", "Touchstone " + result.run().harnessVersion());
        executor.put("type", "touchstone");
        executor.put("buildName", result.run().id());
        executor.put("reportName", reportName());
        return executor;
    }

    /** As {@link Properties} reads it, but in the given order and without its comment with the date. */
    private static String properties(Map<String, String> facts) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            text.append(line(fact.getKey(), fact.getValue()));
        }
        return text.toString();
    }

    private static String line(String name, String value) throws IOException {
        Properties single = new Properties();
        single.setProperty(name, value);
        StringWriter written = new StringWriter();
        single.store(written, null);
        return written.toString().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining()) + "\n";
    }
}
