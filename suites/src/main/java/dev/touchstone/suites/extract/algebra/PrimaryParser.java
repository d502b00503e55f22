package dev.touchstone.suites.extract.algebra;

import static dev.touchstone.suites.extract.algebra.Expression.call;
import static dev.touchstone.suites.extract.algebra.Expression.number;

import dev.touchstone.suites.extract.algebra.Expression.Call;
import dev.touchstone.suites.extract.algebra.Expression.Literal;
import dev.touchstone.suites.extract.algebra.Expression.Symbol;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Numbers, names, groups, fractions, roots and functions. */
final class PrimaryParser {

    private static final Map<String, String> GROUPS =
            Map.of("(", ")", "[", "]", "{", "}", "|", "|", "\\lfloor", "\\rfloor", "\\lceil", "\\rceil");

    private static final Set<String> GREEK = Set.of(
            "\\alpha",
            "\\beta",
            "\\gamma",
            "\\delta",
            "\\epsilon",
            "\\theta",
            "\\lambda",
            "\\mu",
            "\\phi",
            "\\varphi",
            "\\omega",
            "\\rho",
            "\\sigma",
            "\\tau",
            "\\pi");

    private static final Set<String> STRUCTURES = Set.of("\\frac", "\\sqrt", "\\binom");

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final FunctionParser functions;
    private boolean inBars;

    PrimaryParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.functions = new FunctionParser(tokens, expressions, this);
    }

    /** Whether what follows can be read by {@link #read}. */
    boolean starts() {
        String token = tokens.peek();
        return tokens.isDigit()
                || tokens.isLetter()
                || token.equals(".")
                || (GROUPS.containsKey(token) && !(token.equals("|") && inBars))
                || GREEK.contains(token)
                || STRUCTURES.contains(token)
                || functions.starts();
    }

    Expression read() {
        if (tokens.isDigit() || tokens.peek().equals(".")) {
            return mixed(decimal());
        }
        if (tokens.isLetter()) {
            return letter();
        }
        if (functions.starts()) {
            return functions.read();
        }
        String token = tokens.take();
        if (GROUPS.containsKey(token)) {
            return group(token);
        }
        if (GREEK.contains(token)) {
            return subscripted(token);
        }
        return switch (token) {
            case "\\frac" -> call("/", expressions.openArgument(), expressions.argument());
            case "\\binom" -> call("\\binom", expressions.openArgument(), expressions.argument());
            case "\\sqrt" -> root();
            default -> throw new Undecidable("'" + token + "' cannot be read");
        };
    }

    private Expression decimal() {
        StringBuilder digits = new StringBuilder(digits());
        if (tokens.takeIf(".")) {
            String broken = digits();
            digits.append('.').append(broken);
            if (tokens.takeIf("\\overline")) {
                return repeating(digits.toString(), broken.length());
            }
        }
        if (digits.length() == digits.indexOf(".") + 1 || tokens.peek().equals("_")) {
            throw new Undecidable("a number has a base, or a point and no digits");
        }
        return new Literal(new BigDecimal(digits.toString()));
    }

    private String digits() {
        StringBuilder digits = new StringBuilder();
        while (tokens.isDigit() && (digits.length() == 0 || tokens.isDigitClose())) {
            digits.append(tokens.take());
        }
        return digits.toString();
    }

    /** {@code 0.1\overline{6}} is 0.1 + 6/90. */
    private Expression repeating(String start, int places) {
        tokens.expect("{");
        String period = digits();
        tokens.expect("}");
        if (period.isEmpty()) {
            throw new Undecidable("a period has no digits");
        }
        BigDecimal first = new BigDecimal((start.startsWith(".") ? "0" : "") + start + "0");
        BigDecimal divisor =
                BigDecimal.TEN.pow(period.length()).subtract(BigDecimal.ONE).scaleByPowerOfTen(places);
        return call("+", new Literal(first), call("/", new Literal(new BigDecimal(period)), new Literal(divisor)));
    }

    /** A whole number before a fraction of whole numbers is a mixed number, 3\frac{1}{4}; before an improper one it is refused. */
    private Expression mixed(Expression number) {
        if (!number.isInteger() || !tokens.peek().equals("\\frac")) {
            return number;
        }
        Call fraction = (Call) read();
        Expression above = fraction.arguments().get(0);
        Expression below = fraction.arguments().get(1);
        if (!above.isInteger() || !below.isInteger()) {
            return call("*", number, fraction);
        }
        if (((Literal) above).value().compareTo(((Literal) below).value()) >= 0
                || tokens.peek().equals("^")) {
            throw new Undecidable("a number before a fraction can be read in two ways");
        }
        return call("+", number, fraction);
    }

    private Expression letter() {
        String letters = tokens.letters();
        if (letters.length() > 2 && !isProduct(letters)) {
            throw new Undecidable("'" + letters + "' is a word or a product");
        }
        String letter = tokens.take();
        if ("fgh".contains(letter) && tokens.peek().equals("(")) {
            throw new Undecidable("'" + letter + "(' is a function or a product");
        }
        return subscripted(letter);
    }

    /** Three and more letters side by side are a product only in alphabetical order: {@code xyz}; {@code east} is no {@code seat}. */
    static boolean isProduct(String letters) {
        return letters.chars()
                .distinct()
                .sorted()
                .mapToObj(Character::toString)
                .reduce("", String::concat)
                .equals(letters);
    }

    private Expression subscripted(String name) {
        return new Symbol(tokens.takeIf("_") ? name + "_" + subscript() : name);
    }

    private String subscript() {
        String subscript = tokens.take();
        if (subscript.equals("{")) {
            subscript = tokens.take();
            tokens.expect("}");
        }
        return subscript;
    }

    private Expression group(String open) {
        boolean outer = inBars;
        inBars = open.equals("|");
        Expression inner = expressions.sum();
        inBars = outer;
        tokens.expect(GROUPS.get(open));
        return open.equals("|") || open.startsWith("\\") ? call(open, inner) : inner;
    }

    private Expression root() {
        Expression index = number(2);
        if (tokens.takeIf("[")) {
            index = expressions.sum();
            tokens.expect("]");
        }
        return call("\\sqrt", index, expressions.argument());
    }
}
