package dev.touchstone.suites.extract.algebra;

import java.util.List;

/** What kind of thing an answer is. */
sealed interface Form {

    /** A number or a term, and its unit, empty where there is none. */
    record Scalar(Expression expression, String unit, String text) implements Form {}

    /** Words, infinity, the empty set: compared as they are written. */
    record Words(String text) implements Form {}

    /**
     * Several answers.
     *
     * @param brackets {@code ()} a tuple or an open interval, {@code [)} and so on, {@code {}} a set, {@code ,} a list, {@code \cup} a union,
     *     {@code &n} a matrix of n columns
     */
    record Several(String brackets, List<Form> items) implements Form {

        boolean isOrdered() {
            return !brackets.equals("{}") && !brackets.equals(",") && !brackets.equals("\\cup");
        }
    }

    /** {@code x = 5}: the value of a variable. */
    record Named(String name, Form value) implements Form {}

    /** An equation or an inequality; the sign is one of {@code = < ≤ ≠}. */
    record Relation(String sign, Expression left, Expression right) implements Form {}
}
