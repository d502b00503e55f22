package dev.touchstone.sanity;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.MiniDefaults;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.SuiteSource;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.DataLayout;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.Task.PromptTemplates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The suite {@code sanity}: its subjects and items are checks on the model. Found by {@code ServiceLoader}. */
@API(status = Status.INTERNAL, since = "0.1")
public final class SanitySuite implements SuiteSource {

    /** The field of an item that holds what is checked. */
    static final String STATEMENT = "statement";

    private static final Task TASK = new Task(
            OutputType.CHECK,
            List.of(),
            Map.of(Form.OPEN, new PromptTemplates("", "{{ " + STATEMENT + " }}", null, List.of(), "", "")),
            DataLayout.none(),
            null,
            null,
            null,
            null);

    /** For {@code ServiceLoader}. */
    public SanitySuite() {}

    @Override
    public List<Suite> suites() {
        List<Subject> subjects = Checks.subjects();
        return List.of(new Suite(
                "sanity",
                "Sanity",
                "1.0",
                "en",
                null,
                "checks",
                0,
                0,
                Subjects.GROUPS,
                subjects,
                subjects.stream().collect(Collectors.toMap(Subject::id, subject -> TASK)),
                new MiniDefaults(Form.OPEN, 0)));
    }
}
