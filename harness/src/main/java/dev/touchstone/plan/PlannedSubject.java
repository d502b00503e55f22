package dev.touchstone.plan;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.Form;
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
        Form form,
        List<String> metrics,
        List<Item> items,
        PlannedShots shots,
        List<Item> examples,
        String dataSha256) {

    /** What is asked of a model. */
    public Task task() {
        return suite.task(subject);
    }

    /** How its prompts are built. */
    public PromptTemplates prompt() {
        return Objects.requireNonNull(task().forms().get(form));
    }

    /** The same with other items. */
    public PlannedSubject withItems(List<Item> others) {
        return new PlannedSubject(suite, subject, form, metrics, others, shots, examples, dataSha256);
    }

    /** The id of an item, such as {@code ceval/law#12}. */
    public String itemId(Item item) {
        return suite.id() + "/" + subject.id() + "#" + item.index();
    }
}
