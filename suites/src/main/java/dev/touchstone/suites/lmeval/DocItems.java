package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.python.None;
import dev.touchstone.suites.python.Repr;
import dev.touchstone.suites.python.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into items whose fields are the finished texts: {@link #DESCRIPTION}, {@link #TEXT}, {@link #TARGET}, the choices, and for solved
 * examples {@link #SHOT}. {@link #DOC} holds the row itself, so that equal rows are equal items.
 */
final class DocItems {

    static final String DOC = "doc";
    static final String DESCRIPTION = "description";
    static final String TEXT = "text";
    static final String TARGET = "target";
    static final String ALTERNATIVES = "alternatives";
    static final String SHOT = "shot";

    /** What is scored when the choices are at the end of the prompt; empty otherwise. */
    static final String ENDING = "ending";

    /** More choices than any task has. */
    static final int MOST_CHOICES = 128;

    private static final int NO_GOLD = -1;
    private static final int ONLY_CHOICE = 0;

    private final LmEvalTask task;
    private final Turns turns;

    /** Whether the choices are in the text; the first row decides for all, as in lm-evaluation-harness. */
    private @Nullable Boolean choicesInText;

    DocItems(LmEvalTask task) {
        this.task = task;
        this.turns = new Turns(task);
    }

    static String choice(int index) {
        return "choice" + index;
    }

    /** An item that is asked. */
    Item item(int index, Doc doc) {
        Map<String, String> fields = fields(doc);
        fields.put(DESCRIPTION, turns.description(doc));
        Object text = task.texts().text().of(doc);
        Object target = task.texts().target().of(doc);
        int gold = NO_GOLD;
        if (task.type() == OutputType.MULTIPLE_CHOICE) {
            gold = choices(doc, text, target, fields);
        } else {
            fields.put(TEXT, question(doc, text));
            fields.put(TARGET, target(doc, first(doc, target)));
            fields.put(ALTERNATIVES, alternatives(doc, target));
            gold = task.type() == OutputType.LOGLIKELIHOOD ? ONLY_CHOICE : NO_GOLD;
        }
        return new Item(
                index, Map.copyOf(fields), gold, doc.place().file(), doc.place().line());
    }

    /** A solved example. */
    Item shot(int index, Doc doc) {
        Map<String, String> fields = fields(doc);
        fields.put(SHOT, turns.shot(doc));
        return new Item(
                index,
                Map.copyOf(fields),
                NO_GOLD,
                doc.place().file(),
                doc.place().line());
    }

    private static Map<String, String> fields(Doc doc) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(DOC, Repr.repr(doc.values()));
        return fields;
    }

    /** Adds the fields of a multiple-choice item; returns its gold. */
    private int choices(Doc doc, Object text, Object target, Map<String, String> fields) {
        @Nullable DocValue source = task.texts().choices();
        if (source == null) {
            throw task.file().place("output_type").refuse("output type multiple_choice needs key 'doc_to_choice'");
        }
        List<String> choices = Turns.choices(source, doc);
        if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
            throw doc.place().refuse(choices.size() + " choices; legal: 1 to " + MOST_CHOICES);
        }
        for (int i = 0; i < choices.size(); i++) {
            fields.put(choice(i), choices.get(i));
        }
        if (areChoicesInText(text)) {
            fields.put(TEXT, "");
            fields.put(ENDING, ending(doc, target));
            return gold(doc, text, choices, task.texts().text());
        }
        fields.put(TEXT, question(doc, text));
        fields.put(ENDING, "");
        return gold(doc, target, choices, task.texts().target());
    }

    private boolean areChoicesInText(Object text) {
        if (choicesInText == null) {
            choicesInText = text instanceof Long;
        }
        return choicesInText;
    }

    private String ending(Doc doc, Object target) {
        String ending = Turns.text(task.texts().target(), target, doc);
        if (ending.isEmpty()) {
            throw doc.place().refuse("key 'doc_to_target' gives an empty text, so there is nothing to score");
        }
        if (task.prefix() != null) {
            throw task.file()
                    .place("gen_prefix")
                    .refuse("key 'gen_prefix' is not supported where the choices are in the text");
        }
        return ending;
    }

    private String question(Doc doc, Object text) {
        return turns.question(Turns.text(task.texts().text(), text, doc), doc);
    }

    private static int gold(Doc doc, Object value, List<String> choices, DocValue source) {
        if (value instanceof String text) {
            int index = choices.indexOf(text);
            if (index < 0) {
                throw doc.place()
                        .refuse("key '" + source.key() + "' gives " + Repr.repr(text)
                                + ", which is none of the choices " + Repr.repr(choices));
            }
            return index;
        }
        if (value instanceof Boolean truth && choices.size() > 1) {
            return truth ? 1 : 0;
        }
        if (value instanceof Long index && index >= 0 && index < choices.size()) {
            return index.intValue();
        }
        if (value instanceof Long index) {
            throw doc.place()
                    .refuse("key '" + source.key() + "' gives the choice " + index + "; legal: 0 to "
                            + (choices.size() - 1));
        }
        throw source.wrongType(
                doc,
                value,
                value instanceof List ? "one right choice, not several" : "the index or text of the right choice");
    }

    /** Of several right answers to a generated text the first; another kind of task has one. */
    private Object first(Doc doc, Object value) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        if (task.type() != OutputType.GENERATE_UNTIL || list.isEmpty()) {
            throw task.texts().target().wrongType(doc, value, "a right answer, not " + list.size());
        }
        return Types.of(list.get(0));
    }

    /** The other right answers, one a line. */
    private String alternatives(Doc doc, Object value) {
        if (!(value instanceof List<?> list)) {
            return "";
        }
        List<String> others =
                list.stream().skip(1).map(Types::of).map(Repr::str).toList();
        if (others.stream().anyMatch(other -> other.indexOf('\n') >= 0)) {
            throw doc.place()
                    .refuse(
                            "key 'doc_to_target' gives a right answer with a line break, which is supported in the first one only");
        }
        return String.join("\n", others);
    }

    /** The right answer as a text. Of a task with choices it may be the index of one. */
    private String target(Doc doc, Object value) {
        @Nullable DocValue source = task.texts().choices();
        if (source != null && task.type() == OutputType.GENERATE_UNTIL) {
            List<String> choices = Turns.choices(source, doc);
            return choices.get(gold(doc, value, choices, task.texts().target()));
        }
        boolean generated = task.type() == OutputType.GENERATE_UNTIL;
        return generated && value != None.NONE
                ? Repr.str(value)
                : Turns.text(task.texts().target(), value, doc);
    }
}
