package dev.touchstone.suites;

import java.util.regex.Pattern;

/**
 * Undoes WikiText's tokenization as lm-evaluation-harness 0.4.13 does ({@code tasks/wikitext/preprocess_wikitext.py}), its two oddities
 * included: a pattern instead of a digit is written after an apostrophe, and {@code N} becomes {@code 1}.
 */
final class WikitextDetokenizer {

    private static final Pattern APOSTROPHE_DIGIT = Pattern.compile("/' [0-9]/");
    private static final Pattern ROUND = Pattern.compile("\\(\\s*([^\\)]*?)\\s*\\)");
    private static final Pattern SQUARE = Pattern.compile("\\[\\s*([^\\]]*?)\\s*\\]");
    private static final Pattern CURLY = Pattern.compile("\\{\\s*([^\\}]*?)\\s*\\}");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("\"\\s*([^\"]*?)\\s*\"");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("'\\s*([^']*?)\\s*'");

    private WikitextDetokenizer() {}

    static String detokenize(String page) {
        String text = page.replace("s '", "s'");
        text = APOSTROPHE_DIGIT.matcher(text).replaceAll("/'[0-9]/");
        text = text.replace(" @-@ ", "-").replace(" @,@ ", ",").replace(" @.@ ", ".");
        text = punctuation(text);
        text = brackets(text);
        return text.replace("= = = =", "====")
                .replace("= = =", "===")
                .replace("= =", "==")
                .replace(" \u00b0 ", "\u00b0")
                .replace(" \n", "\n")
                .replace("\n ", "\n")
                .replace(" N ", " 1 ")
                .replace(" 's", "'s");
    }

    private static String punctuation(String text) {
        return text.replace(" : ", ": ")
                .replace(" ; ", "; ")
                .replace(" . ", ". ")
                .replace(" ! ", "! ")
                .replace(" ? ", "? ")
                .replace(" , ", ", ");
    }

    private static String brackets(String text) {
        String round = ROUND.matcher(text).replaceAll("($1)");
        String square = SQUARE.matcher(round).replaceAll("[$1]");
        String curly = CURLY.matcher(square).replaceAll("{$1}");
        String quoted = DOUBLE_QUOTES.matcher(curly).replaceAll("\"$1\"");
        return SINGLE_QUOTES.matcher(quoted).replaceAll("'$1'");
    }
}
