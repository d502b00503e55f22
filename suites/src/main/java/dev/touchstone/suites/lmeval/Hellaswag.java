package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.PythonText;
import dev.touchstone.suites.python.Repr;
import dev.touchstone.suites.python.Sequences;
import dev.touchstone.suites.text.PythonWhitespace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code tasks/hellaswag/utils.py}. */
final class Hellaswag {

    private Hellaswag() {}

    /** {@code process_docs}. */
    static Map<String, Object> columns(Doc doc) {
        String context =
                KnownFunctions.text(doc, "ctx_a") + " " + PythonText.capitalize(KnownFunctions.text(doc, "ctx_b"));
        List<Object> choices = Sequences.iterate(doc.get("endings")).stream()
                .map(ending -> (Object) preprocess(Repr.str(ending)))
                .toList();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("query", preprocess(KnownFunctions.text(doc, "activity_label") + ": " + context));
        columns.put("choices", choices);
        columns.put("gold", gold(doc));
        return columns;
    }

    private static Object gold(Doc doc) {
        String label = PythonWhitespace.strip(Repr.str(doc.get("label")));
        if (!label.matches("[+-]?\\d{1,9}")) {
            throw new PythonException("the label is '" + label + "'; legal: a whole number");
        }
        return Long.valueOf(label);
    }

    /** Brackets are left over from WikiHow. */
    private static String preprocess(String text) {
        return PythonWhitespace.strip(text)
                .replace(" [title]", ". ")
                .replaceAll("\\[[^\\n]*?\\]", "")
                .replace("  ", " ");
    }
}
