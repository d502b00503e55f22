package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.Task.Exact;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code metric_list}: names of metrics with how they are summed up. Without one, those of the output type.
 *
 * @param names the metrics in their order
 * @param exact what {@code exact_match} passes over
 */
record Metrics(List<String> names, Exact exact) {

    static final String EXACT_MATCH = "exact_match";
    private static final String KEY = "metric_list";
    private static final Exact TO_THE_LETTER = new Exact(false, false, false, List.of());

    /** [output types] the metrics that are supported, with lm-evaluation-harness's usual way of summing them up; its defaults come first. */
    private static final Map<OutputType, Map<String, String>> KNOWN = Map.of(
            OutputType.MULTIPLE_CHOICE,
            Map.of(
                    "acc",
                    "mean",
                    "acc_norm",
                    "mean",
                    "acc_bytes",
                    "mean",
                    "acc_mutual_info",
                    "mean",
                    "f1",
                    "f1",
                    "mcc",
                    "matthews_corrcoef"),
            OutputType.LOGLIKELIHOOD,
            Map.of("perplexity", "perplexity", "acc", "mean"),
            OutputType.LOGLIKELIHOOD_ROLLING,
            Map.of(
                    "word_perplexity",
                    "weighted_perplexity",
                    "byte_perplexity",
                    "weighted_perplexity",
                    "bits_per_byte",
                    "bits_per_byte"),
            OutputType.GENERATE_UNTIL,
            Map.of(EXACT_MATCH, "mean"));

    private static final Map<OutputType, List<String>> DEFAULTS = Map.of(
            OutputType.MULTIPLE_CHOICE, List.of("acc", "acc_norm"),
            OutputType.LOGLIKELIHOOD, List.of("perplexity", "acc"),
            OutputType.LOGLIKELIHOOD_ROLLING, List.of("word_perplexity", "byte_perplexity", "bits_per_byte"),
            OutputType.GENERATE_UNTIL, List.of(EXACT_MATCH));

    static Metrics of(TaskFile file, OutputType type) {
        @Nullable Entry list = file.get(KEY);
        if (list == null) {
            return new Metrics(DEFAULTS.get(type), TO_THE_LETTER);
        }
        if (!list.isList()) {
            throw list.refuse("key '" + KEY + "' must hold a list");
        }
        List<String> names = new ArrayList<>();
        Exact exact = TO_THE_LETTER;
        for (Entry metric : list.list()) {
            if (!metric.isMap()) {
                throw metric.refuse("key '" + KEY + "' must hold a list of 'metric: NAME'");
            }
            String name = name(metric, type);
            names.add(name);
            exact = name.equals(EXACT_MATCH) ? exact(metric.map()) : exact;
        }
        if (names.isEmpty()) {
            throw list.refuse("key '" + KEY + "' names no metric");
        }
        return new Metrics(names, exact);
    }

    private static String name(Entry metric, OutputType type) {
        @Nullable Entry name = metric.map().get("metric");
        Map<String, String> known = KNOWN.get(type);
        if (name == null || !name.isText() || !known.containsKey(name.text())) {
            String given =
                    name == null ? "" : name.isFunction() ? name.function().name() : String.valueOf(name.value());
            throw metric.refuse("the metric '" + given + "' is not supported for output type "
                    + type.name().toLowerCase(Locale.ROOT) + "; supported: "
                    + String.join(", ", known.keySet().stream().sorted().toList()));
        }
        refuseOtherAggregation(metric, name.text(), String.valueOf(known.get(name.text())));
        return name.text();
    }

    private static void refuseOtherAggregation(Entry metric, String name, String usual) {
        @Nullable Entry aggregation = metric.map().get("aggregation");
        boolean same = aggregation == null
                || aggregation.isText() && aggregation.text().equals(usual);
        if (!same) {
            String given = aggregation.isFunction()
                    ? "the function " + aggregation.function().name()
                    : "'" + aggregation.value() + "'";
            throw aggregation.refuse(
                    "the metric '" + name + "' with aggregation " + given + " is not supported; supported: " + usual);
        }
    }

    private static Exact exact(Map<String, Entry> keys) {
        keys.forEach((key, entry) -> {
            if (!List.of(
                            "metric",
                            "aggregation",
                            "higher_is_better",
                            "hf_evaluate",
                            "ignore_case",
                            "ignore_punctuation",
                            "ignore_numbers",
                            "regexes_to_ignore",
                            "weight_by_size")
                    .contains(key)) {
                throw entry.refuse("key '" + key + "' of the metric exact_match is not supported");
            }
        });
        return new Exact(
                isTrue(keys.get("ignore_case")),
                isTrue(keys.get("ignore_punctuation")),
                isTrue(keys.get("ignore_numbers")),
                texts(keys.get("regexes_to_ignore")));
    }

    private static boolean isTrue(@Nullable Entry entry) {
        try {
            return entry != null && Types.truth(Values.plain(entry));
        } catch (PythonException e) {
            throw entry.refuse(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> texts(@Nullable Entry entry) {
        if (entry == null || !entry.isList()) {
            return List.of();
        }
        return entry.list().stream()
                .map(element -> String.valueOf(element.value()))
                .toList();
    }
}
