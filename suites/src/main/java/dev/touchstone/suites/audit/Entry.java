package dev.touchstone.suites.audit;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.PromptTemplates;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An item as an audit sees it.
 *
 * @param id such as {@code mmlu/anatomy#12}
 * @param item as it was read
 * @param fields the fields that a prompt shows, options excepted
 * @param options texts of the options, in their order; labels where all items of the subject have the same ones; empty where there are none
 * @param answer what is right, in words; empty if that is not known
 */
record Entry(String id, Item item, List<String> fields, List<String> options, String answer) {

    private static final Pattern EXPRESSION = Pattern.compile("\\{[{%](.*?)[}%]}", Pattern.DOTALL);

    /** Makes entries of a subject's items. */
    static List<Entry> of(Suite suite, Subject subject, List<Item> items, String name) {
        Task task = suite.task(subject);
        List<String> shown =
                items.isEmpty() ? List.of() : shown(task, items.get(0).fields());
        return items.stream()
                .map(item -> of(task, item, shown, suite.id() + "/" + subject.id() + name + "#" + item.index()))
                .toList();
    }

    private static Entry of(Task task, Item item, List<String> shown, String id) {
        List<String> options = optionFields(task, item.fields()).stream()
                .map(item.fields()::get)
                .filter(Objects::nonNull)
                .toList();
        if (options.isEmpty()) {
            options = labels(task);
        }
        String answer = item.gold() >= 0 && item.gold() < options.size()
                ? options.get(item.gold())
                : item.fields().getOrDefault(task.data().gold(), "");
        List<String> fields = shown.stream()
                .map(field -> item.fields().getOrDefault(field, ""))
                .toList();
        return new Entry(id, item, fields, options, answer);
    }

    /** The fields with the texts of options: those that the suite names, or those that have the letters' names. */
    static List<String> optionFields(Task task, Map<String, String> fields) {
        if (!task.data().choices().isEmpty()) {
            return task.data().choices();
        }
        List<String> labels = labels(task);
        return fields.keySet().containsAll(labels) ? labels : List.of();
    }

    /** The choices as they are written in the description, where they are the same for all items. */
    static List<String> labels(Task task) {
        List<String> choices = task.forms().get(task.defaultForm()).choices();
        return choices.stream().anyMatch(choice -> choice.contains("{")) ? List.of() : choices;
    }

    /** Fields that a template names; others, such as a row's number, tell nothing about what is asked. */
    private static List<String> shown(Task task, Map<String, String> fields) {
        List<String> options = optionFields(task, fields);
        String expressions = task.forms().values().stream()
                .flatMap(form -> Stream.of(form))
                .map(PromptTemplates::question)
                .flatMap(question -> EXPRESSION.matcher(question).results().map(match -> match.group(1)))
                .collect(Collectors.joining(" "));
        return fields.keySet().stream()
                .filter(field -> !options.contains(field))
                .filter(field -> Pattern.compile("\\b" + Pattern.quote(field) + "\\b")
                        .matcher(expressions)
                        .find())
                .sorted()
                .toList();
    }

    /** Whether the right answer is one of the options. */
    boolean hasGold() {
        return item.gold() >= 0 && item.gold() < options.size();
    }

    /** All that is asked. */
    String text() {
        return String.join("\n", fields) + "\n" + String.join("\n", options);
    }

    /** Equal for items that ask the same, whatever the spaces, the case, the width of characters, and the order of options. */
    String key() {
        return normal(String.join("\n", fields)) + "\u0000"
                + options.stream().map(Entry::normal).sorted().collect(Collectors.joining("\u0000"));
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
