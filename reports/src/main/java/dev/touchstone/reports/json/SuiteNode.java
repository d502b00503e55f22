package dev.touchstone.reports.json;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Balance;
import dev.touchstone.reports.Figures;
import dev.touchstone.reports.RunFiles;
import dev.touchstone.reports.Throughput;
import dev.touchstone.result.GroupResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.SkippedSuite;
import dev.touchstone.result.SubjectMeans;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.SuiteResult.Clustered;
import dev.touchstone.result.SuiteResult.Performance;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A suite under a variant in the results file. */
final class SuiteNode {

    private SuiteNode() {}

    static ObjectNode of(SuiteResult suite, RunInfo run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        putIdentity(node, suite, run);
        node.put("status", suite.finished() ? "completed" : "stopped");
        node.put("planned", suite.planned());
        node.set("metrics", EstimateNode.all(suite.metrics()));
        putSubjectMeans(node, suite.subjects());
        @Nullable Clustered clustered = suite.clustered();
        if (clustered != null) {
            node.set("clustered", clustered(clustered));
        }
        node.set("outcomes", outcomes(suite.outcomes()));
        ArrayNode groups = node.putArray("groups");
        suite.groups().forEach(group -> groups.add(group(group, suite)));
        ArrayNode subjects = node.putArray("subjects");
        suite.subjects().forEach(subject -> {
            ObjectNode written = subject(subject);
            if (suite.isOfChecks()) {
                written.set("checks", CheckNode.all(subject.items()));
            }
            subjects.add(written);
        });
        node.set("performance", performance(suite.performance()));
        node.put("itemsFile", RunFiles.relative(run.folder(), suite.itemsFile()));
        return node;
    }

    /** One that did not run has no figures. */
    static ObjectNode of(SkippedSuite skipped) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("suite", skipped.suite().id());
        node.put("title", skipped.suite().title());
        node.put("language", skipped.suite().language());
        node.put("data", skipped.data());
        node.put("dataSha256", skipped.dataSha256());
        ObjectNode variant = node.putObject("variant");
        variant.put("precision", skipped.variant().precision());
        if (!skipped.variant().form().isEmpty()) {
            variant.put("form", skipped.variant().form());
        }
        variant.putNull("kernelUsed").putNull("bitsPerWeight").putNull("weightBytes");
        variant.put("undefined", "it did not run");
        node.put("shots", skipped.shots());
        node.put("mode", skipped.mode());
        node.put("status", "skipped");
        node.put("skipReason", skipped.reason());
        node.put("planned", skipped.planned());
        node.putObject("metrics");
        node.set("outcomes", outcomes(new OutcomeCounts(0, 0, 0, 0)));
        node.putArray("groups");
        node.putArray("subjects");
        return node;
    }

    private static void putIdentity(ObjectNode node, SuiteResult suite, RunInfo run) {
        node.put("suite", suite.suite());
        node.put("title", suite.title());
        node.put("language", suite.language());
        if (suite.capability() != null) {
            node.put("capability", suite.capability().jsonName());
        }
        node.put("data", suite.data());
        node.put("dataSha256", suite.dataSha256());
        node.set("variant", variant(suite, run));
        node.put("shots", suite.shots());
        node.put("mode", suite.mode());
    }

    /** The model knows what its weights take once it is loaded; a server may not tell. */
    private static ObjectNode variant(SuiteResult suite, RunInfo run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("precision", suite.variant().precision());
        if (!suite.variant().form().isEmpty()) {
            node.put("form", suite.variant().form());
        }
        node.put("kernel", run.properties().getOrDefault("kernel", "auto"));
        node.put("kernelUsed", suite.model().kernel());
        String calibration = suite.model().details().get("calibration");
        if (calibration != null) {
            node.put("calibration", calibration);
        }
        OptionalDouble bits = suite.model().bitsPerWeight();
        putDefined(node, "bitsPerWeight", bits);
        if (bits.isPresent()) {
            node.put("weightBytes", suite.model().weightBytes());
        } else {
            node.putNull("weightBytes");
            node.put("undefined", "the model does not say how many bytes its weights take");
        }
        return node;
    }

    /** Beside the metrics, which weight by items. */
    private static void putSubjectMeans(ObjectNode node, List<SubjectResult> subjects) {
        Map<String, Estimate> means = SubjectMeans.of(subjects);
        if (!means.isEmpty()) {
            node.set("subjectMeans", EstimateNode.all(means));
        }
    }

    private static ObjectNode group(GroupResult group, SuiteResult suite) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("group", group.group());
        node.put("title", group.title());
        group.subjects().forEach(node.putArray("subjects")::add);
        node.set("metrics", EstimateNode.all(group.metrics()));
        putSubjectMeans(
                node,
                suite.subjects().stream()
                        .filter(subject -> group.subjects().contains(subject.subject()))
                        .toList());
        node.set("outcomes", outcomes(group.outcomes()));
        return node;
    }

    private static ObjectNode subject(SubjectResult subject) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("subject", subject.subject());
        node.put("title", subject.title());
        node.put("localTitle", subject.localTitle());
        node.put("group", subject.group());
        node.set("metrics", EstimateNode.all(subject.metrics()));
        node.set("outcomes", outcomes(subject.outcomes()));
        Balance.of(subject).ifPresent(labels -> node.set("balance", BalanceNode.of(labels)));
        return node;
    }

    private static ObjectNode clustered(Clustered clustered) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("by", clustered.by()).put("clusters", clustered.clusters());
        node.set("metrics", EstimateNode.all(clustered.metrics()));
        return node;
    }

    private static ObjectNode outcomes(OutcomeCounts counts) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("correct", counts.correct());
        node.put("wrong", counts.wrong());
        node.put("noAnswer", counts.noAnswer());
        node.put("error", counts.error());
        if (counts.measured() > 0) {
            node.put("measured", counts.measured());
        }
        return node;
    }

    private static ObjectNode performance(Performance performance) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("wallSeconds", Figures.seconds(performance.wallNanos()));
        node.put("modelSeconds", Figures.seconds(performance.modelNanos()));
        node.put("promptTokens", performance.promptTokens());
        node.put("computedTokens", performance.computedTokens());
        OptionalDouble shared = Throughput.sharedTokens(performance);
        OptionalDouble speed = Throughput.tokensPerSecond(performance);
        putDefined(node, "sharedPercent", shared.isPresent() ? OptionalDouble.of(100 * shared.getAsDouble()) : shared);
        putDefined(node, "tokensPerSecond", speed);
        node.put("truncatedItems", performance.truncatedItems());
        if (shared.isEmpty() || speed.isEmpty()) {
            node.put("undefined", "no prompt token was computed, or no time was measured");
        }
        return node;
    }

    private static void putDefined(ObjectNode node, String key, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(key, value.getAsDouble());
        } else {
            node.putNull(key);
        }
    }
}
