package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.Template;
import dev.touchstone.suites.TemplateException;
import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Types;
import java.util.function.Function;

/**
 * {@code doc_to_text} and the like: what a key of a task file makes of a row.
 *
 * @param key the key, for messages
 * @param place where it stands
 * @param rule what is done
 */
record DocValue(String key, Place place, Function<Doc, Object> rule) {

    /** The value as it stands in the file. */
    static DocValue constant(String key, Entry entry) {
        Object value = Values.plain(entry);
        return new DocValue(key, entry.place(), doc -> value);
    }

    /** What a function that this project knows makes of the row. */
    static DocValue function(String key, Entry entry) {
        Function<Doc, Object> known = KnownFunctions.ofDoc(entry);
        return new DocValue(key, entry.place(), known);
    }

    /** The column of that name, if the row has it, or else the rendered template, read by the given rule. */
    static DocValue columnOrTemplate(String key, Entry entry, Function<String, Object> reading) {
        String source = entry.text();
        Template template = template(key, entry);
        return new DocValue(
                key,
                entry.place(),
                doc -> doc.has(source) ? doc.get(source) : Types.of(reading.apply(template.render(doc.values()))));
    }

    static Template template(String key, Entry entry) {
        try {
            return Template.of(entry.text());
        } catch (TemplateException e) {
            throw entry.refuse("key '" + key + "': " + e.getMessage());
        }
    }

    /**
     * The value for a row.
     *
     * @throws TaskException if Python would raise an error
     */
    Object of(Doc doc) {
        try {
            return rule.apply(doc);
        } catch (TemplateException | PythonException e) {
            throw doc.place().refuse("key '" + key + "' of " + place + ": " + e.getMessage());
        }
    }

    TaskException wrongType(Doc doc, Object value, String expected) {
        return doc.place()
                .refuse("key '" + key + "' of " + place + " gives a value of type " + Types.name(value) + "; expected "
                        + expected);
    }
}
