package dev.touchstone.suites.jinja;

import dev.touchstone.suites.jinja.Token.Kind;
import dev.touchstone.suites.python.Escapes;
import dev.touchstone.suites.text.PythonWhitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a template into tokens, as Jinja2's {@code lexer.py} does: a minus sign inside of a tag's mark takes the whitespace on that side away,
 * and brackets that are open hide the mark that would end the tag.
 */
final class Lexer {

    private static final Pattern RAW = Pattern.compile("\\{%([-+]?)\\s*raw\\s*(-?)%}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern END_RAW =
            Pattern.compile("\\{%([-+]?)\\s*endraw\\s*(-?)\\+?%}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NUMBER = Pattern.compile(
            "(?<float>\\d[\\d_]*(?:\\.\\d[\\d_]*)?[eE][+-]?\\d+|\\d[\\d_]*\\.\\d[\\d_]*)|(?<integer>\\d[\\d_]*)");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{N}\\p{M}_]*");
    private static final List<String> OPERATORS = List.of(
            "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<",
            "=", ".", ":", "|", ",", ";");

    private final String source;
    /** Jinja2's {@code trim_blocks} and {@code lstrip_blocks}: statements and comments take the line that they have to themselves with them. */
    private final boolean ownsLines;

    private boolean atLineStart = true;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int line = 1;

    private Lexer(String source, Dialect dialect) {
        this.source = source;
        this.ownsLines = dialect == Dialect.CHAT;
    }

    static List<Token> tokens(String source, Dialect dialect) {
        Lexer lexer = new Lexer(source, dialect);
        boolean stripped = false;
        while (lexer.next < source.length()) {
            stripped = lexer.piece(stripped);
        }
        lexer.tokens.add(new Token(Kind.EOF, "", lexer.line));
        return lexer.tokens;
    }

    /** Reads text up to a tag, and the tag; returns whether the tag takes away the whitespace behind it. */
    private boolean piece(boolean stripStart) {
        int tag = nextTag();
        boolean stripEnd = tag + 2 < source.length() && source.charAt(tag + 2) == '-';
        data(next, tag, stripStart, stripEnd);
        if (tag == source.length()) {
            return false;
        }
        Matcher raw = RAW.matcher(source).region(tag, source.length());
        if (raw.lookingAt()) {
            return raw(raw);
        }
        char kind = source.charAt(tag + 1);
        int start = line;
        boolean marked = tag + 2 < source.length() && "-+".indexOf(source.charAt(tag + 2)) >= 0;
        advance(tag + (marked ? 3 : 2));
        if (kind == '#') {
            return comment(start);
        }
        tokens.add(new Token(kind == '{' ? Kind.OUTPUT : Kind.STATEMENT, source.substring(tag, tag + 2), start));
        return inside(kind == '{' ? "}}" : "%}", start);
    }

    private int nextTag() {
        for (int i = next; i + 1 < source.length(); i++) {
            if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return source.length();
    }

    private void data(int from, int to, boolean stripStart, boolean stripEnd) {
        String text = source.substring(from, to);
        int start = line;
        advance(to);
        text = stripStart ? PythonWhitespace.stripStart(text) : text;
        text = stripEnd ? PythonWhitespace.stripEnd(text) : withoutIndentation(text, to);
        atLineStart = false;
        if (!text.isEmpty()) {
            tokens.add(new Token(Kind.DATA, text, start));
        }
    }

    /** Without what stands before a statement or comment on its line, if that is whitespace. */
    private String withoutIndentation(String text, int tag) {
        boolean owner = ownsLines && tag + 1 < source.length() && source.charAt(tag + 1) != '{';
        boolean kept = tag + 2 < source.length() && source.charAt(tag + 2) == '+';
        int from = text.lastIndexOf('\n') + 1;
        boolean blank = PythonWhitespace.strip(text.substring(from)).isEmpty();
        return owner && !kept && blank && (from > 0 || atLineStart) ? text.substring(0, from) : text;
    }

    /** Goes on behind a statement or comment, and the line feed behind that. */
    private void endOfBlock() {
        if (ownsLines && next < source.length() && source.charAt(next) == '\n') {
            advance(next + 1);
            atLineStart = true;
        }
    }

    private boolean raw(Matcher begin) {
        int start = line;
        advance(begin.end());
        Matcher end = END_RAW.matcher(source);
        if (!end.find(next)) {
            throw new JinjaException(start, "the tag 'raw' is never closed; add {% endraw %}");
        }
        data(next, end.start(), begin.group(2).equals("-"), end.group(1).equals("-"));
        advance(end.end());
        endOfBlock();
        return end.group(2).equals("-");
    }

    private boolean comment(int start) {
        int end = source.indexOf("#}", next);
        if (end < 0) {
            throw new JinjaException(start, "the comment {# is never closed; add #}");
        }
        boolean strip = end > next && source.charAt(end - 1) == '-';
        boolean plus = end > next && source.charAt(end - 1) == '+';
        advance(end + 2);
        if (!plus) {
            endOfBlock();
        }
        return strip;
    }

    private boolean inside(String end, int start) {
        int open = 0;
        while (true) {
            skipSpace();
            if (next >= source.length()) {
                throw new JinjaException(
                        start, "the tag " + (end.equals("}}") ? "{{" : "{%") + " is never closed; add " + end);
            }
            if (open == 0 && (source.startsWith(end, next) || source.startsWith("-" + end, next) || isPlus(end))) {
                boolean strip = source.charAt(next) == '-';
                boolean trims = end.equals("%}") && source.charAt(next) != '+';
                tokens.add(new Token(Kind.END, end, line));
                advance(next + end.length() + (source.startsWith(end, next) ? 0 : 1));
                if (trims) {
                    endOfBlock();
                }
                return strip;
            }
            Token token = token();
            tokens.add(token);
            if (token.kind() == Kind.OPERATOR) {
                open += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
            }
        }
    }

    /** A plus sign keeps whitespace that nothing takes away here; only statements have it. */
    private boolean isPlus(String end) {
        return end.equals("%}") && source.startsWith("+%}", next);
    }

    private Token token() {
        int start = line;
        char c = source.charAt(next);
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        Matcher number = NUMBER.matcher(source).region(next, source.length());
        if (number.lookingAt()) {
            advance(number.end());
            boolean whole = number.group("integer") != null;
            return new Token(whole ? Kind.INTEGER : Kind.FLOAT, number.group().replace("_", ""), start);
        }
        Matcher name = NAME.matcher(source).region(next, source.length());
        if (name.lookingAt()) {
            advance(name.end());
            return new Token(Kind.NAME, name.group(), start);
        }
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, next)) {
                advance(next + operator.length());
                return new Token(Kind.OPERATOR, operator, start);
            }
        }
        throw new JinjaException(start, "unexpected character '" + Character.toString(source.codePointAt(next)) + "'");
    }

    private Token quoted(char quote) {
        int start = line;
        int from = next + 1;
        int end = from;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            throw new JinjaException(start, "the quote " + quote + " is never closed");
        }
        advance(end + 1);
        return new Token(Kind.TEXT, Escapes.decode(source.substring(from, end)), start);
    }

    private void skipSpace() {
        int at = next;
        while (at < source.length() && PythonWhitespace.is(source.charAt(at))) {
            at++;
        }
        advance(at);
    }

    private void advance(int to) {
        for (int i = next; i < Math.min(to, source.length()); i++) {
            line += source.charAt(i) == '\n' ? 1 : 0;
        }
        next = to;
    }
}
