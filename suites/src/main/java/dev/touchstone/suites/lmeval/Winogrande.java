package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.text.PythonWhitespace;
import java.util.List;

/**
 * {@code tasks/winogrande/preprocess_winogrande.py}: each choice fills the blank, and what is scored is the rest of the sentence, which is the
 * same for all.
 */
final class Winogrande {

    private Winogrande() {}

    /** The right choice, which lm-evaluation-harness expects in the place of the text. */
    static Object text(Doc doc) {
        String answer = KnownFunctions.text(doc, "answer");
        return switch (answer) {
            case "1" -> 0L;
            case "2" -> 1L;
            default -> throw new PythonException("the answer is '" + answer + "'; legal: 1, 2");
        };
    }

    static Object target(Doc doc) {
        return PythonWhitespace.strip(KnownFunctions.text(doc, "sentence").substring(blank(doc) + 1));
    }

    static Object choices(Doc doc) {
        String beginning = KnownFunctions.text(doc, "sentence").substring(0, blank(doc));
        return List.<Object>of(
                beginning + KnownFunctions.text(doc, "option1"), beginning + KnownFunctions.text(doc, "option2"));
    }

    private static int blank(Doc doc) {
        int blank = KnownFunctions.text(doc, "sentence").indexOf('_');
        if (blank < 0) {
            throw new PythonException("the sentence has no blank _");
        }
        return blank;
    }
}
