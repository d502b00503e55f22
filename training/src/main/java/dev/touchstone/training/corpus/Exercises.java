package dev.touchstone.training.corpus;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.Task.PromptTemplates;
import dev.touchstone.suites.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Puts the exercises of a subject into the words of its prompts. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Exercises {

    /** What the model is to write instead of the bare answer, where a lesson says so: the way to it. */
    private static final String LESSON = "lesson";

    private final Subject subject;
    private final PromptTemplates templates;
    private final boolean isGenerated;

    /** Exercises of a subject in one form. */
    public Exercises(Suite suite, Subject subject, Form form) {
        this.subject = subject;
        this.templates = suite.task(subject).forms().get(form);
        this.isGenerated = suite.task(subject).outputType() == OutputType.GENERATE_UNTIL;
    }

    /** Whether the answer ends by itself, rather than being one of some choices. */
    boolean isGenerated() {
        return isGenerated;
    }

    /** Whether the answer is one of a few words that are the same for all items. */
    boolean hasLabels() {
        return !templates.choices().isEmpty()
                && templates.choices().stream().noneMatch(choice -> choice.contains("{{"));
    }

    /** What stands before the first question of a prompt. */
    public String description() {
        return Template.of(templates.description()).render(Map.of("subject", subjectVariables()));
    }

    /** What is asked. */
    public String question(Item item) {
        return Template.of(templates.question()).render(variables(item));
    }

    /** The right answer with what is between it and the question. */
    String answer(Item item) {
        @Nullable String lesson = item.fields().get(LESSON);
        if (lesson != null) {
            return templates.answerDelimiter() + lesson.stripLeading();
        }
        @Nullable String answer = templates.answer();
        String template = answer == null ? templates.choices().get(item.gold()) : answer;
        return templates.answerDelimiter() + Template.of(template).render(variables(item));
    }

    /** All choices, each with what is between it and the question. */
    public List<String> choices(Item item) {
        return templates.choices().stream()
                .map(choice -> templates.answerDelimiter() + Template.of(choice).render(variables(item)))
                .toList();
    }

    String shotDelimiter() {
        return templates.shotDelimiter();
    }

    private Map<String, Object> variables(Item item) {
        Map<String, Object> variables = new HashMap<>(item.fields());
        variables.put("subject", subjectVariables());
        return variables;
    }

    private Map<String, Object> subjectVariables() {
        return Map.of("id", subject.id(), "title", subject.title(), "localTitle", subject.localTitle());
    }
}
