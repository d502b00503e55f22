package dev.touchstone.suites.mini.sums;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fills texts with what was drawn.
 *
 * <ul>
 *   <li>{@code [x]}: a word, or the value of an expression
 *   <li>{@code [+x]}: the value with its sign apart, to follow another term: {@code + 3}, {@code - 3}
 *   <li>{@code [[a * b]]}: the calculation and its result, in the suite's {@link Notation}
 * </ul>
 */
final class Wording {

    private static final Pattern GAP = Pattern.compile("\\[\\[(.+?)]]|\\[(.+?)]");
    private static final Pattern NAME = Pattern.compile("[a-z]\\w*");

    private final Drawing drawing;
    private final Notation notation;

    Wording(Drawing drawing, Notation notation) {
        this.drawing = drawing;
        this.notation = notation;
    }

    /** Values as LaTeX: {@code \frac{2}{3}}. */
    String latex(String text) {
        return fill(text, Ratio::toLatex).replace(" * ", " \\cdot ");
    }

    /** Values as the steps have them: {@code 2/3}. */
    String plain(String text) {
        return fill(text, Ratio::toString);
    }

    /** Only the calculations of a text. */
    List<String> calculations(String text) {
        List<String> calculations = new ArrayList<>();
        GAP.matcher(text).results().map(gap -> gap.group(1)).forEach(inner -> {
            if (inner != null) {
                calculations.add(calculation(inner));
            }
        });
        return calculations;
    }

    private String fill(String text, Function<Ratio, String> form) {
        StringBuilder filled = new StringBuilder();
        int end = 0;
        for (MatchResult gap : GAP.matcher(text).results().toList()) {
            filled.append(text, end, gap.start());
            filled.append(gap.group(1) == null ? value(gap.group(2), form) : calculation(gap.group(1)));
            end = gap.end();
        }
        return filled.append(text, end, text.length()).toString();
    }

    private String value(String name, Function<Ratio, String> form) {
        String word = drawing.words().get(name);
        if (word != null) {
            return word;
        }
        if (!name.startsWith("+")) {
            return form.apply(number(name));
        }
        Ratio number = number(name.substring(1));
        return number.top() < 0 ? "- " + form.apply(number.negated()) : "+ " + form.apply(number);
    }

    private String calculation(String expression) {
        String filled = NAME.matcher(expression).replaceAll(name -> {
            String value = number(name.group()).toString();
            return value.startsWith("-") && name.start() > 0 ? "(" + value + ")" : value;
        });
        return notation.calculation(filled, number(expression).toString());
    }

    private Ratio number(String expression) {
        return Expression.value(expression, drawing.numbers());
    }
}
