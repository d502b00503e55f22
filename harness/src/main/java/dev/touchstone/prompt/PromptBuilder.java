package dev.touchstone.prompt;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.suites.ChatTemplate.Message;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.DataLayout;
import dev.touchstone.suites.Task.Generation;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.Task.PromptTemplates;
import dev.touchstone.suites.Template;
import dev.touchstone.suites.text.PythonWhitespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Builds the prompts of one subject as lm-evaluation-harness does ({@code fewshot_context}): description, then each shot with its answer
 * and the shot delimiter, then the question, with nothing after it.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PromptBuilder {

    private final PlannedSubject subject;
    private final Template description;
    private final Template question;
    private final List<Template> choices;
    private final @Nullable Template answer;
    private final @Nullable Template shot;
    private final @Nullable Template continuation;
    private final @Nullable Template gold;
    private final @Nullable Template alternatives;
    private final String sharedShots;
    private final @Nullable Chat chat;

    /** Of plain texts. */
    public PromptBuilder(PlannedSubject subject) {
        this(subject, null);
    }

    /**
     * Renders what all prompts of the subject have in common.
     *
     * @param chat makes prompts of messages; null for plain texts
     */
    public PromptBuilder(PlannedSubject subject, @Nullable Chat chat) {
        this.chat = chat;
        PromptTemplates templates = subject.prompt();
        Task task = subject.task();
        Generation generation = task.outputType() == OutputType.GENERATE_UNTIL ? task.generation() : null;
        this.subject = subject;
        this.description = Template.of(templates.description());
        this.question = Template.of(templates.question());
        this.choices = templates.choices().stream().map(Template::of).toList();
        this.answer = template(templates.answer());
        this.shot = template(templates.shot());
        this.continuation = template(templates.continuation());
        this.gold = generation == null ? null : Template.of(generation.gold());
        this.alternatives = generation == null ? null : template(generation.alternatives());
        this.sharedShots = text(subject.shots().shared());
    }

    private static @Nullable Template template(@Nullable String source) {
        return source == null ? null : Template.of(source);
    }

    /** Builds the prompt of one of the subject's items. */
    public Prompt build(Item item) {
        Map<String, Object> variables = variables(item);
        String text = chat == null ? plain(item, variables) : chat.render(messages(item, variables));
        List<String> rendered = choices.subList(0, choiceCount(item)).stream()
                .map(choice -> choice.render(variables))
                .toList();
        String ending = continuation == null ? "" : continuation.render(variables);
        List<String> contexts = ending.isEmpty()
                ? List.of()
                : rendered.stream().map(text::concat).toList();
        String first = contexts.isEmpty() ? text : contexts.get(0);
        return new Prompt(
                first,
                Prompt.sha256(first),
                contexts,
                rendered.stream()
                        .map(choice -> subject.answerDelimiter() + (ending.isEmpty() ? choice : ending))
                        .toList(),
                rendered,
                gold == null ? "" : gold.render(variables),
                alternatives == null ? List.of() : lines(alternatives.render(variables)));
    }

    /**
     * The solved examples of all prompts, those of one prompt together, without the question that follows them; each set once. Where prompts have none,
     * those of the published files.
     */
    public List<String> examples() {
        if (subject.shots().count() == 0) {
            return Stream.of(text(subject.examples()))
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        return Stream.concat(
                        Stream.of(sharedShots),
                        subject.items().stream()
                                .map(item -> subject.shots().areShared()
                                        ? ""
                                        : text(subject.shots().of(item))))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private String plain(Item item, Map<String, Object> variables) {
        String shots =
                subject.shots().areShared() ? sharedShots : text(subject.shots().of(item));
        return beginning(variables) + shots + question.render(variables);
    }

    /** lm-evaluation-harness 0.4.13 with {@code fewshot_as_multiturn}: a turn for each shot, without delimiters. */
    private List<Message> messages(Item item, Map<String, Object> variables) {
        List<Message> messages = new ArrayList<>();
        String system = beginning(variables);
        if (!system.isEmpty()) {
            messages.add(new Message("system", system));
        }
        for (Item example : subject.shots().of(item)) {
            Map<String, Object> shown = variables(example);
            messages.add(new Message("user", question.render(shown)));
            messages.add(new Message("assistant", rightAnswer(example).render(shown)));
        }
        messages.add(new Message("user", question.render(variables)));
        return messages;
    }

    /** The system prompt and the description, parted unless one of them has whitespace there ({@code maybe_delimit}). */
    private String beginning(Map<String, Object> variables) {
        String system = subject.asking().system();
        String described = description.render(variables);
        boolean parted = system.isEmpty()
                || described.isEmpty()
                || PythonWhitespace.is(system.charAt(system.length() - 1))
                || PythonWhitespace.is(described.charAt(0));
        return system + (parted ? "" : subject.prompt().shotDelimiter()) + described;
    }

    private Template rightAnswer(Item example) {
        return answer == null ? choices.get(example.gold()) : answer;
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\n")).filter(line -> !line.isEmpty()).toList();
    }

    private String text(List<Item> shots) {
        StringBuilder text = new StringBuilder();
        for (Item example : shots) {
            Map<String, Object> variables = variables(example);
            text.append(shot == null ? turn(example, variables) : shot.render(variables));
        }
        return text.toString();
    }

    private String turn(Item example, Map<String, Object> variables) {
        PromptTemplates templates = subject.prompt();
        return question.render(variables)
                + templates.answerDelimiter()
                + rightAnswer(example).render(variables)
                + templates.shotDelimiter();
    }

    /** Where the published items hold lists of choices, some are shorter than others. */
    private int choiceCount(Item item) {
        if (subject.task().outputType() == OutputType.GENERATE_UNTIL) {
            return 0;
        }
        DataLayout layout = subject.task().data();
        return layout.choiceList() == null
                ? choices.size()
                : (int) layout.choices().stream()
                        .filter(item.fields()::containsKey)
                        .count();
    }

    private Map<String, Object> variables(Item item) {
        Map<String, Object> variables = new HashMap<>(item.fields());
        variables.put("subject", subjectVariables());
        return variables;
    }

    private Map<String, Object> subjectVariables() {
        return Map.of(
                "id", subject.subject().id(),
                "title", subject.subject().title(),
                "localTitle", subject.subject().localTitle());
    }
}
