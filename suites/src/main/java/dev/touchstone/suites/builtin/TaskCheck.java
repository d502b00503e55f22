package dev.touchstone.suites.builtin;

import dev.touchstone.suites.MetricName;
import dev.touchstone.suites.MetricName.Of;
import dev.touchstone.suites.Scale;
import dev.touchstone.suites.SuiteException;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.DataLayout;
import dev.touchstone.suites.Task.Filter;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.extract.Extractors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the types of a task's description cannot say. */
final class TaskCheck {

    private static final List<String> FORMATS = List.of("csv", "tsv", "json", "parquet", "text", "whole");

    private static final List<String> PERPLEXITIES = MetricName.keys(Of.TEXT);

    private static final List<String> ON_SCALE = MetricName.keys(Of.SCALE);

    private final List<String> problems = new ArrayList<>();

    private TaskCheck() {}

    static List<String> problems(Task task) {
        TaskCheck check = new TaskCheck();
        check.checkTask(task);
        check.checkMetrics(task);
        check.checkScale(task);
        check.checkOriginal(task);
        check.checkData(task.data());
        if (task.outputType() == OutputType.MULTIPLE_CHOICE && task.scale() == null) {
            task.forms()
                    .values()
                    .forEach(prompt ->
                            check.checkGold(task.data(), prompt.choices().size()));
        }
        return check.problems;
    }

    private void checkTask(Task task) {
        if (task.outputType() == OutputType.CHECK) {
            problems.add("key 'outputType' is 'check', which is for suites in code;"
                    + " legal: multiple_choice, generate_until, loglikelihood_rolling, loglikelihood_windows");
        }
        if (task.metrics().isEmpty()) {
            problems.add("key 'metrics' is empty; name the headline metric first");
        }
        if (task.forms().isEmpty()) {
            problems.add("key 'forms' is empty; legal keys: letters, cloze, open");
        }
        boolean mayWrite =
                task.outputType() == OutputType.GENERATE_UNTIL || task.outputType() == OutputType.MULTIPLE_CHOICE;
        if (task.outputType() == OutputType.GENERATE_UNTIL && task.generation() == null) {
            problems.add("key 'generation' is missing, which output type generate_until needs");
        }
        if ((task.generation() != null || task.cot() != null) && !mayWrite) {
            problems.add(
                    "keys 'generation' and 'cot' belong to output types generate_until and multiple_choice, and only there");
        }
        if (task.generation() != null) {
            checkFilters(task.generation().filters());
        }
        if (task.cot() != null) {
            checkFilters(task.cot().generation().filters());
        }
    }

    /** What is measured on a scale or of a whole text has metrics of its own, and no share of right answers. */
    private void checkMetrics(Task task) {
        boolean rolling = task.outputType() == OutputType.LOGLIKELIHOOD_ROLLING;
        requireMetrics(task, PERPLEXITIES, rolling, "output type loglikelihood_rolling");
        requireMetrics(task, ON_SCALE, task.scale() != null, "a task with key 'scale'");
    }

    private void requireMetrics(Task task, List<String> names, boolean legal, String where) {
        task.metrics().stream()
                .filter(metric -> names.contains(metric) != legal)
                .forEach(metric -> problems.add("key 'metrics' has '" + metric + "'; legal for " + where
                        + (legal ? ": " : ", and only there: ") + String.join(", ", names)));
    }

    private void checkScale(Task task) {
        @Nullable String scale = task.scale();
        if (scale == null) {
            return;
        }
        if (task.outputType() != OutputType.MULTIPLE_CHOICE) {
            problems.add("key 'scale' belongs to output type multiple_choice, and only there");
        }
        if (!isField(task.data(), scale) || !scale.equals(task.data().gold())) {
            problems.add("key 'scale' is '" + scale + "' and 'data.gold' is '"
                    + task.data().gold() + "'; both must name the same column of "
                    + String.join(", ", task.data().columns()));
        }
        task.forms().values().forEach(form -> checkPoints(form.choices()));
    }

    private void checkPoints(List<String> choices) {
        try {
            Scale.of(choices);
        } catch (IllegalArgumentException e) {
            problems.add("key 'choices': " + e.getMessage());
        }
    }

    private void checkOriginal(Task task) {
        @Nullable String original = task.original();
        if ((original != null) != (task.outputType() == OutputType.LOGLIKELIHOOD_ROLLING)) {
            problems.add("key 'original' belongs to output type loglikelihood_rolling, and only there");
        } else if (original != null && !isField(task.data(), original)) {
            problems.add("key 'original' is '" + original + "'; legal: "
                    + String.join(", ", task.data().columns()));
        }
    }

    private void checkFilters(List<Filter> filters) {
        filters.forEach(this::checkFilter);
        if (!filters.isEmpty() && "equivalent".equals(filters.get(0).match())) {
            problems.add(
                    "key 'generation.filters' begins with match 'equivalent', which can't decide about every answer;"
                            + " put another one before it, such as hendrycks-math");
        }
    }

    private void checkFilter(Filter filter) {
        if ((filter.extractor() == null) == (filter.steps() == null)) {
            problems.add("key 'generation.filters' needs either 'extractor' or 'steps' for metric '" + filter.metric()
                    + "'; extractors: " + String.join(", ", Extractors.names()));
        } else if ((filter.match() == null) == (filter.exact() == null)) {
            problems.add(
                    "key 'generation.filters' needs either 'match' or 'exact' for metric '" + filter.metric() + "'");
        } else {
            checkNames(filter);
        }
    }

    private void checkNames(Filter filter) {
        try {
            Extractors.of(filter);
        } catch (SuiteException e) {
            problems.add("key 'generation.filters': " + e.getMessage());
        }
    }

    private void checkData(DataLayout data) {
        if (!FORMATS.contains(data.format())) {
            problems.add("key 'data.format' is '" + data.format() + "'; legal: " + String.join(", ", FORMATS));
        }
        @Nullable String passage = data.passage();
        if (passage != null && !isField(data, passage)) {
            problems.add("key 'data.passage' is '" + passage + "'; legal: " + String.join(", ", data.columns()));
        }
    }

    private void checkGold(DataLayout data, int choices) {
        if (data.choiceList() == null
                && !data.columns().isEmpty()
                && !data.columns().containsAll(data.choices())) {
            problems.add("key 'data.choices' names a field that is not among 'data.columns'");
        }
        boolean column = isField(data, data.gold()) && data.goldValues().size() == choices && data.goldIndex() == -1;
        boolean index = data.gold().isEmpty() && data.goldIndex() >= 0 && data.goldIndex() < choices;
        if (!column && !index) {
            problems.add("key 'data.gold' must name a column, with one of 'data.goldValues' for each of the " + choices
                    + " choices and 'data.goldIndex' -1; or be empty, with 'data.goldIndex' from 0 to "
                    + (choices - 1));
        }
    }

    /** Where no columns are named, the file's own header names them. */
    private static boolean isField(DataLayout data, String name) {
        return data.columns().isEmpty() ? !name.isEmpty() : data.columns().contains(name);
    }
}
