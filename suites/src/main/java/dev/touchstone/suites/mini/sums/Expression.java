package dev.touchstone.suites.mini.sums;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and works out one expression, by recursive descent:
 *
 * <pre>
 * condition = sum [("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "=" | "!=") sum]     1 if true, 0 if not
 * sum       = product {("+" | "-") product}
 * product   = power {("*" | "/") power}
 * power     = sign ["^" power]
 * sign      = ["-"] (number | name | name "(" sum {"," sum} ")" | "(" sum ")")
 * </pre>
 */
final class Expression {

    private static final Pattern TOKEN = Pattern.compile("\\s*([0-9]+|[a-z]\\w*|<=|>=|!=|[-+*/^()<>=,])");

    private final String text;
    private final Map<String, Ratio> numbers;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private Expression(String text, Map<String, Ratio> numbers) {
        this.text = text;
        this.numbers = numbers;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw problem("unexpected '" + text.substring(end).strip() + "'");
        }
    }

    /**
     * The value.
     *
     * @param text such as {@code (a + 3) * b}
     * @param numbers the value of each name
     * @throws IllegalArgumentException if it can't be read or uses an unknown name
     */
    static Ratio value(String text, Map<String, Ratio> numbers) {
        Expression expression = new Expression(text, numbers);
        Ratio value = expression.condition();
        if (expression.next < expression.tokens.size()) {
            throw expression.problem("unexpected '" + expression.tokens.get(expression.next) + "'");
        }
        return value;
    }

    private Ratio condition() {
        Ratio left = sum();
        if (accept("<")) {
            return Ratio.of(left.compareTo(sum()) < 0);
        } else if (accept("<=")) {
            return Ratio.of(left.compareTo(sum()) <= 0);
        } else if (accept(">")) {
            return Ratio.of(left.compareTo(sum()) > 0);
        } else if (accept(">=")) {
            return Ratio.of(left.compareTo(sum()) >= 0);
        } else if (accept("=")) {
            return Ratio.of(left.equals(sum()));
        }
        return accept("!=") ? Ratio.of(!left.equals(sum())) : left;
    }

    private Ratio sum() {
        Ratio sum = product();
        while (true) {
            if (accept("+")) {
                sum = sum.plus(product());
            } else if (accept("-")) {
                sum = sum.minus(product());
            } else {
                return sum;
            }
        }
    }

    private Ratio product() {
        Ratio product = power();
        while (true) {
            if (accept("*")) {
                product = product.times(power());
            } else if (accept("/")) {
                product = product.over(power());
            } else {
                return product;
            }
        }
    }

    private Ratio power() {
        Ratio base = sign();
        return accept("^") ? base.power(power().toWhole()) : base;
    }

    private Ratio sign() {
        return accept("-") ? atom().negated() : atom();
    }

    private Ratio atom() {
        if (accept("(")) {
            Ratio value = sum();
            expect(")");
            return value;
        }
        if (next == tokens.size()) {
            throw problem("it ends where a number, a name or '(' is needed");
        }
        String token = tokens.get(next++);
        if (Character.isDigit(token.charAt(0))) {
            return Ratio.whole(Long.parseLong(token));
        }
        return accept("(") ? Functions.call(token, arguments()) : number(token);
    }

    private List<Ratio> arguments() {
        List<Ratio> arguments = new ArrayList<>(List.of(sum()));
        while (accept(",")) {
            arguments.add(sum());
        }
        expect(")");
        return arguments;
    }

    private Ratio number(String name) {
        Ratio number = numbers.get(name);
        if (number == null) {
            throw problem("no number '" + name + "', there are " + numbers.keySet());
        }
        return number;
    }

    private boolean accept(String token) {
        boolean found = next < tokens.size() && tokens.get(next).equals(token);
        next += found ? 1 : 0;
        return found;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw problem("'" + token + "' is missing");
        }
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException("expression '" + text + "': " + what);
    }
}
