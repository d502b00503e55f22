package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.SuiteException;
import dev.touchstone.suites.Task.Filter;
import dev.touchstone.suites.Task.Generation;
import dev.touchstone.suites.Task.Step;
import dev.touchstone.suites.extract.ExactMatch;
import dev.touchstone.suites.extract.Pipeline;
import dev.touchstone.suites.python.None;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code generation_kwargs} and {@code filter_list}: how a text is generated, and how answers are read from it. */
final class Generations {

    private static final String KWARGS = "generation_kwargs";
    private static final int USUAL_TOKENS = 256;

    /** In the order in which lm-evaluation-harness prefers them. */
    private static final List<String> MOST_TOKENS =
            List.of("max_gen_toks", "max_new_tokens", "max_tokens", "max_completion_tokens");

    /** What has no effect on greedy decoding. */
    private static final Set<String> SAMPLING = Set.of("top_p", "top_k", "min_p");

    private Generations() {}

    /**
     * @param gold a template for the right answer
     * @param alternatives a template for the others
     */
    static Generation of(TaskFile file, Metrics metrics, String gold, String alternatives) {
        Map<String, Entry> kwargs = kwargs(file);
        return new Generation(until(file, kwargs), mostTokens(kwargs), gold, filters(file, metrics), alternatives);
    }

    private static Map<String, Entry> kwargs(TaskFile file) {
        @Nullable Entry entry = file.get(KWARGS);
        if (entry == null) {
            return Map.of();
        }
        if (!entry.isMap()) {
            throw entry.refuse("key '" + KWARGS + "' must hold keys of its own");
        }
        entry.map().forEach((key, value) -> check(key, value, entry.map()));
        return entry.map();
    }

    /** Only greedy decoding is done. */
    private static void check(String key, Entry entry, Map<String, Entry> all) {
        Object value = entry.value();
        boolean greedy =
                all.containsKey("do_sample") && all.get("do_sample").value().equals(false);
        boolean fits = switch (key) {
            case "until" -> true;
            case "do_sample" -> value.equals(false) || value == None.NONE;
            case "temperature" -> greedy || value.equals(0L) || value.equals(0.0) || value == None.NONE;
            case "num_beams" -> value.equals(1L);
            default -> MOST_TOKENS.contains(key) || SAMPLING.contains(key);
        };
        if (!fits) {
            throw entry.refuse("key '" + KWARGS + "." + key + ": " + value
                    + "' is not supported; texts are generated greedily, with until and max_gen_toks");
        }
    }

    private static List<String> until(TaskFile file, Map<String, Entry> kwargs) {
        @Nullable Entry until = kwargs.get("until");
        if (until == null) {
            return List.of(Objects.requireNonNullElse(file.text("fewshot_delimiter"), "\n\n"));
        }
        if (until.isText()) {
            return List.of(until.text());
        }
        if (!until.isList() || !until.list().stream().allMatch(Entry::isText)) {
            throw until.refuse("key '" + KWARGS + ".until' must hold a text or a list of texts");
        }
        // An empty stop string would end every text before it begins
        return until.list().stream()
                .map(Entry::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static int mostTokens(Map<String, Entry> kwargs) {
        for (String key : MOST_TOKENS) {
            @Nullable Entry entry = kwargs.get(key);
            if (entry != null && entry.value() instanceof Long count && count > 0 && count < 1_000_000) {
                return count.intValue();
            }
            if (entry != null) {
                throw entry.refuse("key '" + KWARGS + "." + key + "' must hold a number from 1");
            }
        }
        return USUAL_TOKENS;
    }

    private static List<Filter> filters(TaskFile file, Metrics metrics) {
        checkRegexes(file, metrics);
        @Nullable Entry list = file.get("filter_list");
        if (list == null) {
            return List.of(filter(Metrics.EXACT_MATCH, List.of(), metrics));
        }
        if (!list.isList()) {
            throw list.refuse("key 'filter_list' must hold a list");
        }
        List<Filter> filters = new ArrayList<>();
        for (Entry pipeline : list.list()) {
            @Nullable Entry name = pipeline.isMap() ? pipeline.map().get("name") : null;
            if (name == null || !name.isText()) {
                throw pipeline.refuse("key 'filter_list' must hold a list of 'name: NAME' with 'filter: ...'");
            }
            String metric = name.text().equals("none") ? Metrics.EXACT_MATCH : Metrics.EXACT_MATCH + "," + name.text();
            filters.add(filter(metric, steps(pipeline), metrics));
        }
        return filters;
    }

    private static Filter filter(String metric, List<Step> steps, Metrics metrics) {
        return new Filter(metric, null, null, steps, metrics.exact());
    }

    private static void checkRegexes(TaskFile file, Metrics metrics) {
        try {
            ExactMatch.of(metrics.exact());
        } catch (SuiteException e) {
            throw file.place("metric_list").refuse("key 'regexes_to_ignore': " + e.getMessage());
        }
    }

    private static List<Step> steps(Entry pipeline) {
        @Nullable Entry functions = pipeline.map().get("filter");
        if (functions == null || !functions.isList()) {
            throw pipeline.refuse("key 'filter_list' must hold a list 'filter' of functions");
        }
        List<Step> steps = new ArrayList<>();
        for (Entry function : functions.list()) {
            @Nullable Entry name = function.isMap() ? function.map().get("function") : null;
            if (name == null || !name.isText()) {
                throw function.refuse(
                        "a filter that a Python function makes is not supported; supported: regex, remove_whitespace, lowercase, uppercase, take_first");
            }
            if (!name.text().equals("take_first")) { // there is one text only
                steps.add(step(function, name.text()));
            }
        }
        return steps;
    }

    private static Step step(Entry function, String name) {
        if (!List.of("regex", "remove_whitespace", "lowercase", "uppercase").contains(name)) {
            throw function.refuse("the filter function '" + name
                    + "' is not supported; supported: regex, remove_whitespace, lowercase, uppercase, take_first");
        }
        Map<String, Entry> keys = function.map();
        @Nullable Entry pattern = keys.get("regex_pattern");
        @Nullable Entry group = keys.get("group_select");
        @Nullable Entry fallback = keys.get("fallback");
        Step step = new Step(
                name,
                name.equals("regex") ? pattern == null ? "#### (\\-?[0-9\\.\\,]+)" : text(pattern) : null,
                group == null ? null : number(group),
                fallback == null ? null : text(fallback));
        try {
            Pipeline.of(List.of(step));
        } catch (SuiteException e) {
            throw function.refuse(String.valueOf(e.getMessage()));
        }
        return step;
    }

    private static String text(Entry entry) {
        if (!entry.isText()) {
            throw entry.refuse("a text is expected here");
        }
        return entry.text();
    }

    private static int number(Entry entry) {
        if (entry.value() instanceof Long number && Math.abs(number) < 1_000_000) {
            return number.intValue();
        }
        throw entry.refuse("key 'group_select' must hold a whole number");
    }
}
