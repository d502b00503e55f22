package dev.touchstone.plan;

import dev.touchstone.config.Asking;
import dev.touchstone.config.ScoringMode;
import dev.touchstone.config.ScoringMode.Kind;
import dev.touchstone.suites.MetricName;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.Cot;
import dev.touchstone.suites.Task.Filter;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.Task.Generation;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.Task.PromptTemplates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes a suite's task the one that a mode, or thinking before the answer, asks for. */
final class ScoringModes {

    private static final String ACC = "acc";

    private final Asking asking;
    private final Consumer<String> problems;

    /** @param problems told why a task can't be asked like that, in the middle of a sentence about a subject */
    ScoringModes(Asking asking, Consumer<String> problems) {
        this.asking = asking;
        this.problems = problems;
    }

    /** The task as it is asked; empty, with a problem, if it can't be. */
    Optional<Task> of(Task task) {
        if (task.outputType() == OutputType.CHECK) {
            return Optional.of(task);
        }
        if (asking.chat() && task.outputType() != OutputType.LOGLIKELIHOOD_ROLLING && hasExamplesAsOneText(task)) {
            problems.accept(
                    "property 'chat' is 'true', but solved examples are whole texts, which can't be turns of a chat,");
            return Optional.empty();
        }
        boolean byChoice =
                asking.mode().stream().allMatch(mode -> mode.kind() == Kind.PPL || mode.kind() == Kind.PPL_SEQUENCE);
        if (task.data().hidesGold() && (asking.cot() || !byChoice)) {
            problems.accept(
                    "the answers of this split are not published, so that properties 'mode' and 'cot' have only ppl and ppl-sequence");
            return Optional.empty();
        }
        if (asking.cot()) {
            return cot(task);
        }
        return asking.mode().isEmpty()
                ? Optional.of(task)
                : inMode(task, asking.mode().get());
    }

    /** As task files of lm-evaluation-harness have them. */
    private static boolean hasExamplesAsOneText(Task task) {
        return task.forms().values().stream().anyMatch(templates -> templates.shot() != null);
    }

    private Optional<Task> cot(Task task) {
        Cot cot = task.cot();
        if (cot == null) {
            problems.accept("property 'cot' is 'true', but there is no prompt to think before the answer");
            return Optional.empty();
        }
        PromptTemplates usual = usual(task, Form.LETTERS);
        PromptTemplates templates = new PromptTemplates(
                cot.description(),
                cot.question(),
                usual.answer(),
                usual.choices(),
                usual.answerDelimiter(),
                usual.shotDelimiter());
        return Optional.of(generating(task, templates, cot.generation()));
    }

    private Optional<Task> inMode(Task task, ScoringMode mode) {
        boolean choices = task.outputType() == OutputType.MULTIPLE_CHOICE && task.scale() == null;
        return switch (mode.kind()) {
            case PPL ->
                task.outputType() == OutputType.GENERATE_UNTIL ? refused(mode, "no choices") : Optional.of(task);
            case PPL_SEQUENCE -> choices ? Optional.of(measuredBy(task, List.of(ACC))) : refused(mode, "no choices");
            case CLP ->
                choices
                        ? Optional.of(measuredBy(task, List.of(ACC, MetricName.GOLD_PROBABILITY.key())))
                        : refused(mode, "no choices");
            case GEN -> gen(task, mode);
            case THRESHOLD ->
                choices
                                || task.outputType() == OutputType.LOGLIKELIHOOD
                                || task.outputType() == OutputType.GENERATE_UNTIL
                        ? Optional.of(measuredBy(task, List.of(ACC, MetricName.GOLD_PERPLEXITY.key())))
                        : refused(mode, "no gold text");
        };
    }

    private Optional<Task> gen(Task task, ScoringMode mode) {
        Generation generation = task.generation();
        if (task.outputType() == OutputType.GENERATE_UNTIL || generation == null) {
            return generation == null ? refused(mode, "no way to read an answer from a text") : Optional.of(task);
        }
        return Optional.of(generating(task, usual(task, Form.LETTERS), generation));
    }

    private static PromptTemplates usual(Task task, Form preferred) {
        return Objects.requireNonNull(
                task.forms().getOrDefault(preferred, task.forms().get(task.defaultForm())));
    }

    /** A text is written in one form: that which shows the options, if there are any. */
    private static Task generating(Task task, PromptTemplates templates, Generation generation) {
        Form form = task.forms().containsKey(Form.LETTERS) ? Form.LETTERS : task.defaultForm();
        return new Task(
                OutputType.GENERATE_UNTIL,
                generation.filters().stream().map(Filter::metric).toList(),
                Map.of(form, templates),
                task.data(),
                generation,
                null,
                null,
                task.shots(),
                task.cot());
    }

    private static Task measuredBy(Task task, List<String> metrics) {
        return new Task(
                task.outputType(),
                metrics,
                task.forms(),
                task.data(),
                task.generation(),
                task.scale(),
                task.original(),
                task.shots(),
                task.cot());
    }

    private Optional<Task> refused(ScoringMode mode, String why) {
        problems.accept("property 'mode' is '" + mode.name() + "', but there is " + why);
        return Optional.empty();
    }

    /** The form when none is asked for: letters are single tokens, and stand for options that a text can name. */
    static Optional<Form> preferredForm(Asking asking, Task task) {
        boolean letters = asking.mode().filter(mode -> mode.kind() == Kind.CLP).isPresent()
                && task.forms().containsKey(Form.LETTERS);
        boolean one = task.forms().size() == 1;
        return letters ? Optional.of(Form.LETTERS) : one ? Optional.of(task.defaultForm()) : Optional.empty();
    }
}
