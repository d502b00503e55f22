package dev.touchstone.suites.extract.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LaTeX as commands and single characters, read from left to right. The end reads as an empty token. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\\\\[a-zA-Z]+|\\\\.|[^\\s]", Pattern.DOTALL);

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("\\dfrac", "\\frac"),
            Map.entry("\\tfrac", "\\frac"),
            Map.entry("\\cfrac", "\\frac"),
            Map.entry("\\dbinom", "\\binom"),
            Map.entry("\\tbinom", "\\binom"),
            Map.entry("\\cdot", "*"),
            Map.entry("\\times", "*"),
            Map.entry("\u00B7", "*"),
            Map.entry("\u00D7", "*"),
            Map.entry("\\div", "/"),
            Map.entry("\u00F7", "/"),
            Map.entry("\u2212", "-"),
            Map.entry("\u03C0", "\\pi"),
            Map.entry("\u221A", "\\sqrt"),
            Map.entry("\u00B0", "\\circ"),
            Map.entry("\\lvert", "|"),
            Map.entry("\\rvert", "|"),
            Map.entry("\\vert", "|"),
            Map.entry("\\lbrace", "{"),
            Map.entry("\\rbrace", "}"));

    private final List<String> tokens = new ArrayList<>();
    private final List<Boolean> spaced = new ArrayList<>();
    private int next;

    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find()) {
            tokens.add(OTHER_NAMES.getOrDefault(matcher.group(), matcher.group()));
            spaced.add(matcher.start() > end);
            end = matcher.end();
        }
    }

    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead) : "";
    }

    /** The next token, which is passed. */
    String take() {
        String token = peek();
        if (token.isEmpty()) {
            throw new Undecidable("the answer ends too early");
        }
        next++;
        return token;
    }

    boolean takeIf(String token) {
        boolean found = peek().equals(token);
        next += found ? 1 : 0;
        return found;
    }

    void expect(String token) {
        if (!takeIf(token)) {
            throw new Undecidable("'" + token + "' is missing before '" + peek() + "'");
        }
    }

    boolean isDigit() {
        return isDigit(peek());
    }

    /** Whether a digit follows with no space before it. */
    boolean isDigitClose() {
        return isDigit() && !spaced.get(next);
    }

    boolean isLetter() {
        return isLetter(peek());
    }

    /** The letters that follow without a space or another sign between them. */
    String letters() {
        StringBuilder letters = new StringBuilder(peek());
        for (int i = 1; isLetter(peek(i)) && !spaced.get(next + i); i++) {
            letters.append(peek(i));
        }
        return letters.toString();
    }

    private static boolean isDigit(String token) {
        return token.length() == 1 && token.charAt(0) >= '0' && token.charAt(0) <= '9';
    }

    private static boolean isLetter(String token) {
        return token.length() == 1 && (token.charAt(0) | 0x20) >= 'a' && (token.charAt(0) | 0x20) <= 'z';
    }
}
