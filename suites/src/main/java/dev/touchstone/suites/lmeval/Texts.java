package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.Literal;
import org.jspecify.annotations.Nullable;

/**
 * What a row is turned into.
 *
 * @param text {@code doc_to_text}: a text, or the index of the right choice where the choices are in the text
 * @param target {@code doc_to_target}: a text, a list of texts, or the index of the right choice
 * @param choices {@code doc_to_choice}: a list of texts; null when there are no choices
 */
record Texts(DocValue text, DocValue target, @Nullable DocValue choices) {

    /**
     * Those of a task file.
     *
     * @throws TaskException for a value that is none
     */
    static Texts of(TaskFile file) {
        @Nullable Entry choice = file.get("doc_to_choice");
        return new Texts(
                text(file, required(file, "doc_to_text"), choice != null),
                target(required(file, "doc_to_target"), choice != null),
                choice == null ? null : choices(choice));
    }

    private static Entry required(TaskFile file, String key) {
        @Nullable Entry entry = file.get(key);
        if (entry == null) {
            throw new Place(file.file(), 1).refuse("key '" + key + "' is missing");
        }
        return entry;
    }

    private static DocValue text(TaskFile file, Entry entry, boolean choices) {
        return textOf("doc_to_text", entry, choices);
    }

    static DocValue textOf(String key, Entry entry, boolean choices) {
        if (entry.isFunction()) {
            return DocValue.function(key, entry);
        }
        if (entry.isText()) {
            return DocValue.columnOrTemplate(key, entry, rendered -> Values.text(rendered, choices));
        }
        if (entry.value() instanceof Long) {
            return DocValue.constant(key, entry);
        }
        throw entry.refuse("key '" + key + "' must hold a text, a whole number or a function");
    }

    private static DocValue target(Entry entry, boolean choices) {
        return targetOf("doc_to_target", entry, choices);
    }

    static DocValue targetOf(String key, Entry entry, boolean choices) {
        if (entry.isFunction()) {
            return DocValue.function(key, entry);
        }
        if (entry.isText()) {
            return DocValue.columnOrTemplate(key, entry, rendered -> Values.target(rendered, choices));
        }
        if (entry.value() instanceof Long || entry.isList()) {
            return DocValue.constant(key, entry);
        }
        throw entry.refuse("key '" + key + "' must hold a text, a whole number, a list or a function");
    }

    private static DocValue choices(Entry entry) {
        return choicesOf("doc_to_choice", entry);
    }

    static DocValue choicesOf(String key, Entry entry) {
        if (entry.isFunction()) {
            return DocValue.function(key, entry);
        }
        if (entry.isText()) {
            return DocValue.columnOrTemplate(key, entry, Literal::parse);
        }
        if (entry.isList()) {
            return DocValue.constant(key, entry);
        }
        if (entry.isMap()) {
            return DocValue.constant(
                    key, new Entry(entry.map().values().stream().toList(), entry.place()));
        }
        throw entry.refuse("key '" + key + "' must hold a text, a list, a map or a function");
    }
}
