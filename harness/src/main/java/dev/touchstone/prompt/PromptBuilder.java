package dev.touchstone.prompt;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task.DataLayout;
import dev.touchstone.suites.Task.Generation;
import dev.touchstone.suites.Task.PromptTemplates;
import dev.touchstone.suites.Template;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
    private final String description;
    private final String sharedShots;
    private final Template question;
    private final List<Template> choices;
    private final @Nullable Template answer;
    private final @Nullable Template gold;
    private final String answerDelimiter;

    /** Renders what all prompts of the subject begin with. */
    public PromptBuilder(PlannedSubject subject) {
        PromptTemplates templates = subject.prompt();
        this.subject = subject;
        this.question = Template.of(templates.question());
        this.choices = templates.choices().stream().map(Template::of).toList();
        this.answer = templates.answer() == null ? null : Template.of(templates.answer());
        this.gold = gold(subject.task().generation());
        this.answerDelimiter = templates.answerDelimiter();
        this.description = description(templates);
        this.sharedShots = text(subject.shots().shared());
    }

    /** Builds the prompt of one of the subject's items. */
    public Prompt build(Item item) {
        Map<String, Object> variables = variables(item);
        String shots =
                subject.shots().areShared() ? sharedShots : text(subject.shots().of(item));
        String text = description + shots + question.render(variables);
        List<String> rendered = choices.subList(0, choiceCount(item)).stream()
                .map(choice -> choice.render(variables))
                .toList();
        return new Prompt(
                text,
                sha256(text),
                rendered.stream().map(choice -> answerDelimiter + choice).toList(),
                rendered.stream()
                        .map(choice -> choice.codePointCount(0, choice.length()))
                        .toList(),
                gold == null ? "" : gold.render(variables));
    }

    private static @Nullable Template gold(@Nullable Generation generation) {
        return generation == null ? null : Template.of(generation.gold());
    }

    private String description(PromptTemplates templates) {
        return Template.of(templates.description()).render(Map.of("subject", subjectVariables()));
    }

    private String text(List<Item> shots) {
        StringBuilder text = new StringBuilder();
        for (Item shot : shots) {
            Map<String, Object> variables = variables(shot);
            text.append(question.render(variables))
                    .append(answerDelimiter)
                    .append(answer(shot).render(variables))
                    .append(subject.prompt().shotDelimiter());
        }
        return text.toString();
    }

    private Template answer(Item shot) {
        return answer == null ? choices.get(shot.gold()) : answer;
    }

    /** Where the published items hold lists of choices, some are shorter than others. */
    private int choiceCount(Item item) {
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

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
