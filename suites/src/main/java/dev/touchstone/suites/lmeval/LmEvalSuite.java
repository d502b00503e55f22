package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.MiniDefaults;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.DataLayout;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.Task.Generation;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.Task.PromptTemplates;
import dev.touchstone.suites.Task.Shots;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A task as a suite of one subject. Its templates put the finished texts of {@link DocItems} together. */
final class LmEvalSuite {

    private LmEvalSuite() {}

    static Suite of(LmEvalTask task) {
        Subject subject = new Subject(task.name(), task.name(), task.name(), "");
        Form form = task.type() == OutputType.MULTIPLE_CHOICE ? Form.CLOZE : Form.OPEN;
        return new Suite(
                task.name(),
                task.name(),
                task.version(),
                "und",
                null,
                task.split(),
                task.fewshot().usual(),
                task.fewshot().maximum(),
                List.of(),
                List.of(subject),
                Map.of(subject.id(), task(task, form)),
                new MiniDefaults(form, 0));
    }

    private static Task task(LmEvalTask task, Form form) {
        @Nullable
        Generation generation = task.type() == OutputType.GENERATE_UNTIL
                ? Generations.of(task.file(), task.metrics(), field(DocItems.TARGET), field(DocItems.ALTERNATIVES))
                : null;
        return new Task(
                task.type(),
                generation == null
                        ? task.metrics().names()
                        : generation.filters().stream().map(Task.Filter::metric).toList(),
                Map.of(form, templates(task)),
                layout(task),
                generation,
                null,
                task.type() == OutputType.LOGLIKELIHOOD_ROLLING ? DocItems.TARGET : null,
                new Shots(task.fewshot().draw(), task.fewshot().apart(), null));
    }

    private static PromptTemplates templates(LmEvalTask task) {
        return switch (task.type()) {
            case MULTIPLE_CHOICE -> templates(choices(), task.targetDelimiter(), field(DocItems.ENDING));
            case LOGLIKELIHOOD -> templates(List.of(field(DocItems.TARGET)), "", null);
            case LOGLIKELIHOOD_ROLLING ->
                new PromptTemplates("", field(DocItems.TARGET), null, List.of(), "", "", "", null);
            default -> templates(List.of(), "", null);
        };
    }

    private static PromptTemplates templates(List<String> choices, String delimiter, @Nullable String continuation) {
        return new PromptTemplates(
                field(DocItems.DESCRIPTION),
                field(DocItems.TEXT),
                null,
                choices,
                delimiter,
                "",
                field(DocItems.SHOT),
                continuation);
    }

    private static List<String> choices() {
        return IntStream.range(0, DocItems.MOST_CHOICES)
                .mapToObj(i -> field(DocItems.choice(i)))
                .toList();
    }

    private static String field(String name) {
        return "{{ " + name + " }}";
    }

    /** Only what says how many choices an item has; the rows are not read by it. */
    private static DataLayout layout(LmEvalTask task) {
        boolean choices = task.type() == OutputType.MULTIPLE_CHOICE;
        return new DataLayout(
                task.name() + "/" + task.split(),
                null,
                "json",
                false,
                List.of(DocItems.TEXT),
                null,
                choices
                        ? IntStream.range(0, DocItems.MOST_CHOICES)
                                .mapToObj(DocItems::choice)
                                .toList()
                        : List.of(),
                choices ? "choices" : null,
                "",
                List.of(),
                -1);
    }
}
