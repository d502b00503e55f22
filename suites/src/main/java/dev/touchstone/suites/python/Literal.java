package dev.touchstone.suites.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Python's {@code ast.literal_eval}: texts, numbers, lists, tuples, dicts, True, False and None. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Literal {

    private static final Pattern SPACE = Pattern.compile("(?:\\s|\\\\\\n|#[^\\n]*)*");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?\\d[\\d_]*(\\.[\\d_]*)?([eE][+-]?\\d+)?|[+-]?\\.\\d+([eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("True|False|None");
    private final String source;
    private int next;

    private Literal(String source) {
        this.source = source;
    }

    /**
     * The value that the text stands for.
     *
     * @throws PythonException if it is no literal
     */
    public static Object parse(String source) {
        Literal literal = new Literal(source);
        Object value = literal.elements();
        if (literal.next < source.length()) {
            throw literal.malformed();
        }
        return value;
    }

    /** A value, or a tuple without parentheses. */
    private Object elements() {
        Object first = value();
        if (!peek(',')) {
            return first;
        }
        List<Object> elements = new ArrayList<>(List.of(first));
        while (accept(',') && next < source.length()) {
            elements.add(value());
        }
        return Tuple.of(elements);
    }

    private Object value() {
        skipSpace();
        if (accept('[')) {
            return list(']');
        }
        if (accept('(')) {
            return parenthesised();
        }
        if (accept('{')) {
            return dict();
        }
        if (isQuote(next)) {
            return text();
        }
        Matcher word = at(WORD);
        if (word.lookingAt()) {
            next = word.end();
            return word.group().equals("None")
                    ? None.NONE
                    : (Object) word.group().equals("True");
        }
        return number();
    }

    /** Texts side by side are one. */
    private String text() {
        StringBuilder all = new StringBuilder();
        while (isQuote(next)) {
            next += "uU".indexOf(source.charAt(next)) >= 0 ? 1 : 0;
            String quote = source.substring(next, next + 1);
            String open = source.startsWith(quote.repeat(3), next) ? quote.repeat(3) : quote;
            int from = next + open.length();
            next = end(from, open);
            all.append(Escapes.decode(source.substring(from, next)));
            next += open.length();
            skipSpace();
        }
        return all.toString();
    }

    private boolean isQuote(int index) {
        int at = index < source.length() && "uU".indexOf(source.charAt(index)) >= 0 ? index + 1 : index;
        return at < source.length() && "'\"".indexOf(source.charAt(at)) >= 0;
    }

    /** Where the quote that closes stands; backslashes hide the character behind them. */
    private int end(int from, String quote) {
        for (int i = from; i < source.length(); i += source.charAt(i) == '\\' ? 2 : 1) {
            if (source.startsWith(quote, i)) {
                return i;
            }
        }
        throw malformed();
    }

    private Object number() {
        Matcher number = at(NUMBER);
        if (!number.lookingAt()) {
            throw malformed();
        }
        next = number.end();
        String digits = number.group().replace("_", "");
        try {
            return digits.matches("[+-]?\\d+") ? (Object) Long.valueOf(digits) : Double.valueOf(digits);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private List<Object> list(char end) {
        List<Object> elements = new ArrayList<>();
        while (!accept(end)) {
            elements.add(value());
            if (!accept(',') && !peek(end)) {
                throw malformed();
            }
        }
        return elements;
    }

    /** One value without a comma is that value. */
    private Object parenthesised() {
        int start = next;
        if (accept(')')) {
            return Tuple.of(List.of());
        }
        Object first = value();
        if (accept(')')) {
            return first;
        }
        next = start;
        return Tuple.of(list(')'));
    }

    private Map<Object, Object> dict() {
        Map<Object, Object> map = new LinkedHashMap<>();
        while (!accept('}')) {
            Object key = value();
            if (!accept(':')) {
                throw malformed();
            }
            map.put(key, value());
            if (!accept(',') && !peek('}')) {
                throw malformed();
            }
        }
        return map;
    }

    private boolean accept(char c) {
        if (!peek(c)) {
            return false;
        }
        next++;
        skipSpace();
        return true;
    }

    private boolean peek(char c) {
        skipSpace();
        return next < source.length() && source.charAt(next) == c;
    }

    private void skipSpace() {
        Matcher space = at(SPACE);
        if (space.lookingAt()) {
            next = space.end();
        }
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(source).region(next, source.length());
    }

    private PythonException malformed() {
        String rest = source.substring(Math.min(next, source.length()));
        String shown = rest.length() > 40 ? rest.substring(0, 40) + "..." : rest;
        return new PythonException("no Python literal at offset " + next
                + (shown.isEmpty() ? " (the end)" : ", '" + shown.replaceAll("\\R", " ") + "'"));
    }
}
