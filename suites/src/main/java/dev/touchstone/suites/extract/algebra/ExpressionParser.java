package dev.touchstone.suites.extract.algebra;

import static dev.touchstone.suites.extract.algebra.Expression.call;
import static dev.touchstone.suites.extract.algebra.Expression.number;

import dev.touchstone.suites.extract.algebra.Expression.Symbol;

/**
 * Sums, products and powers in LaTeX. What can be read in two ways is refused: {@code 1/2x}, {@code 2^10} (TeX reads 2^1 0), two numbers side
 * by side, words of letters that are not in alphabetical order.
 */
final class ExpressionParser {

    /** Deep enough for any answer, and far from the end of the stack. */
    private static final int DEEPEST = 40;

    private final Tokens tokens;
    private final PrimaryParser primary;
    private int depth;

    private ExpressionParser(String text) {
        this.tokens = new Tokens(text);
        this.primary = new PrimaryParser(tokens, this);
    }

    /**
     * Reads all of a text.
     *
     * @throws Undecidable with the reason why it cannot be read
     */
    static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.sum();
        if (!parser.tokens.peek().isEmpty()) {
            throw new Undecidable("'" + parser.tokens.peek() + "' cannot be read here");
        }
        return expression;
    }

    Expression sum() {
        if (++depth > DEEPEST) {
            throw new Undecidable("the answer is nested too deeply");
        }
        Expression sum = term();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            sum = call(tokens.take(), sum, product());
        }
        depth--;
        return sum;
    }

    private Expression term() {
        if (tokens.takeIf("-")) {
            return call("-", product());
        }
        tokens.takeIf("+");
        return product();
    }

    private Expression product() {
        Expression product = power();
        boolean divided = false;
        while (true) {
            if (tokens.takeIf("*")) {
                product = call("*", product, power());
            } else if (tokens.takeIf("/")) {
                product = call("/", product, power());
                divided = true;
            } else if (primary.starts()) {
                product = call("*", product, factor(divided));
            } else {
                return product;
            }
        }
    }

    /** A factor without a sign for the product. */
    private Expression factor(boolean divided) {
        if (divided) {
            throw new Undecidable("a/bc can be read in two ways");
        }
        if (tokens.isDigit() || tokens.peek().equals(".")) {
            throw new Undecidable("a number follows a factor without a sign between them");
        }
        return power();
    }

    Expression power() {
        Expression base = primary.read();
        while (tokens.takeIf("!")) {
            base = call("!", base);
        }
        return tokens.takeIf("^") ? raised(base) : tokens.takeIf("\\circ") ? degrees(base) : base;
    }

    private Expression raised(Expression base) {
        boolean braced = tokens.peek().equals("{")
                && tokens.peek(1).equals("\\circ")
                && tokens.peek(2).equals("}");
        if (braced || tokens.peek().equals("\\circ")) {
            for (int i = braced ? 3 : 1; i > 0; i--) {
                tokens.take();
            }
            return degrees(base);
        }
        Expression power = call("^", base, argument());
        if (tokens.peek().equals("^") || tokens.peek().equals("!")) {
            throw new Undecidable("a power of a power has no braces");
        }
        return power;
    }

    private static Expression degrees(Expression angle) {
        return call("*", angle, call("/", new Symbol("\\pi"), number(180)));
    }

    /** An argument as TeX takes it: a group in braces, or a single sign; more digits behind a single one are refused. */
    Expression argument() {
        boolean digit = tokens.isDigit();
        Expression argument = openArgument();
        if (digit && tokens.isDigitClose()) {
            throw new Undecidable("a number of several digits stands where TeX reads one digit");
        }
        return argument;
    }

    /** The same, and digits may follow, as in {@code \frac12}. */
    Expression openArgument() {
        if (tokens.isDigit()) {
            return number(Long.parseLong(tokens.take()));
        }
        if (tokens.isLetter()) {
            return new Symbol(tokens.take());
        }
        return primary.read();
    }
}
