package dev.touchstone.plan;

import dev.touchstone.config.Asking;
import dev.touchstone.config.ScoringMode;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.Task.PromptTemplates;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The items of one subject that are to be evaluated.
 *
 * @param suite the suite
 * @param subject one of its subjects
 * @param task what is asked of a model: the suite's task, or what a mode makes of it
 * @param asking how it is asked
 * @param form how its prompts put the choices; one of the task's forms
 * @param metrics names of the metrics, the headline one first: the task's, and those that were asked for
 * @param items what to evaluate, in the file's order
 * @param shots the solved examples that stand before the questions
 * @param examples some solved examples of the published files, whether prompts have any or not; empty where none were read
 * @param dataSha256 hex digest over the subject's data files
 */
@API(status = Status.INTERNAL, since = "0.1")
public record PlannedSubject(
        Suite suite,
        Subject subject,
        Task task,
        Asking asking,
        Form form,
        List<String> metrics,
        List<Item> items,
        PlannedShots shots,
        List<Item> examples,
        String dataSha256) {

    /** Whether items are scored in that way because it was asked for. */
    public boolean isIn(ScoringMode.Kind mode) {
        return task.outputType() != OutputType.CHECK
                && asking.mode().filter(m -> m.kind() == mode).isPresent();
    }

    /** Whether prompts are messages of a chat. Texts that are scored as they are, and checks, are none. */
    public boolean isChat() {
        return asking.chat()
                && switch (task.outputType()) {
                    case LOGLIKELIHOOD_ROLLING, LOGLIKELIHOOD_WINDOWS, CHECK -> false;
                    case MULTIPLE_CHOICE, LOGLIKELIHOOD, GENERATE_UNTIL -> true;
                };
    }

    /** What stands between a question and its answer; nothing in a chat, where they are messages. */
    public String answerDelimiter() {
        return isChat() ? "" : prompt().answerDelimiter();
    }

    /** How its prompts are built. */
    public PromptTemplates prompt() {
        return Objects.requireNonNull(task.forms().get(form));
    }

    /** The same with other items. */
    public PlannedSubject withItems(List<Item> others) {
        return new PlannedSubject(suite, subject, task, asking, form, metrics, others, shots, examples, dataSha256);
    }

    /** The id of an item, such as {@code ceval/law#12}. */
    public String itemId(Item item) {
        return suite.id() + "/" + subject.id() + "#" + item.index();
    }
}
