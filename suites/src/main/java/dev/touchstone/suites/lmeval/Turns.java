package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.None;
import dev.touchstone.suites.python.Repr;
import dev.touchstone.suites.python.Types;
import dev.touchstone.suites.text.PythonWhitespace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question, and its answer in a solved example, as text: {@code lm_eval/api/task.py build_qa_turn} without a chat template. */
final class Turns {

    private final LmEvalTask task;

    Turns(LmEvalTask task) {
        this.task = task;
    }

    /** The question that is asked, with what the answer begins with. */
    String question(String text, Doc doc) {
        String prefix = prefix(doc);
        return text + (needsDelimiter(text, prefix) ? task.targetDelimiter() : "") + prefix;
    }

    /** A solved example with all delimiters. */
    String shot(Doc doc) {
        Texts texts = task.fewshot().texts();
        @Nullable List<String> choices = texts.choices() == null ? null : choices(texts.choices(), doc);
        Object text = texts.text().of(doc);
        boolean choiceInText = text instanceof Long && choices != null;
        String question = choiceInText ? choice(choices, text, texts.text(), doc) : text(texts.text(), text, doc);
        Object target = texts.target().of(doc);
        boolean indexed = !choiceInText && choices != null && (target instanceof Long || target instanceof Boolean);
        String answer = indexed ? choice(choices, target, texts.target(), doc) : answer(texts.target(), target, doc);
        String prefix = prefix(doc);
        if (answer.isEmpty() && !indexed) {
            return question(question, doc);
        }
        boolean delimited = prefix.isEmpty() || needsDelimiter(question, prefix);
        return question + (delimited ? task.targetDelimiter() : "") + joined(prefix, answer) + task.fewshotDelimiter();
    }

    String description(Doc doc) {
        DocValue description = task.description();
        return description == null ? "" : text(description, description.of(doc), doc);
    }

    private String prefix(Doc doc) {
        DocValue prefix = task.prefix();
        return prefix == null ? "" : text(prefix, prefix.of(doc), doc);
    }

    static String text(DocValue source, Object value, Doc doc) {
        if (value instanceof String text) {
            return text;
        }
        throw source.wrongType(doc, value, "a text");
    }

    /** Of several right answers an example shows the first. */
    private static String answer(DocValue source, Object value, Doc doc) {
        if (value == None.NONE) {
            return "";
        }
        Object first = value instanceof List<?> list && !list.isEmpty() ? Types.of(list.get(0)) : value;
        return text(source, first, doc);
    }

    /** The texts of the choices. */
    static List<String> choices(DocValue source, Doc doc) {
        Object value = source.of(doc);
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw source.wrongType(doc, value, "a list of texts, not " + shortened(value));
        }
        return list.stream().map(String.class::cast).toList();
    }

    private static String shortened(Object value) {
        String text = Repr.str(value);
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    /** The choice with an index, which may be a truth value, and counts from the end when it is negative, as in Python. */
    private static String choice(List<String> choices, Object index, DocValue source, Doc doc) {
        long place = index instanceof Boolean truth ? (truth ? 1 : 0) : (Long) index;
        long fromStart = place < 0 ? place + choices.size() : place;
        if (fromStart < 0 || fromStart >= choices.size()) {
            throw doc.place()
                    .refuse("key '" + source.key() + "' gives the choice " + place + ", but there are "
                            + choices.size());
        }
        return choices.get((int) fromStart);
    }

    private static boolean needsDelimiter(String question, String prefix) {
        return !question.isEmpty() && !prefix.isEmpty() && !endsInSpace(question) && !beginsWithSpace(prefix);
    }

    /** {@code maybe_delimit}: with a blank between, unless one side has whitespace there. */
    private static String joined(String prefix, String answer) {
        if (prefix.isEmpty() || answer.isEmpty()) {
            return prefix + answer;
        }
        return prefix + (endsInSpace(prefix) || beginsWithSpace(answer) ? "" : " ") + answer;
    }

    private static boolean endsInSpace(String text) {
        return PythonWhitespace.is(text.codePointBefore(text.length()));
    }

    private static boolean beginsWithSpace(String text) {
        return PythonWhitespace.is(text.codePointAt(0));
    }
}
