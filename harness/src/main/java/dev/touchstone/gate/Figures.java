package dev.touchstone.gate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** How numbers are written in evidence: the same in each locale. */
final class Figures {

    private static final double SMALLEST_PLAIN_P = 1e-4;

    private Figures() {}

    /** {@code 25.11 %}. */
    static String percent(double share) {
        return fixed(100 * share, 2) + " %";
    }

    /** A difference of shares: {@code 3.27 points}. */
    static String points(double difference) {
        return fixed(100 * difference, 2) + " points";
    }

    /** Two ends of a difference of shares: {@code 1.90 to 4.70 points}. */
    static String points(double low, double high) {
        return fixed(100 * low, 2) + " to " + points(high);
    }

    /** A share that somebody has set, as short as it was set: {@code 5 %}. */
    static String setPercent(double share) {
        return plain(100 * share) + " %";
    }

    /** A difference that somebody has set: {@code 2 points}. */
    static String setPoints(double difference) {
        return plain(100 * difference) + " points";
    }

    /** A number that somebody has set: {@code 1.02}. */
    static String plain(double value) {
        return new BigDecimal(fixed(value, 6)).stripTrailingZeros().toPlainString();
    }

    /** A number with 4 decimals. */
    static String number(double value) {
        return fixed(value, 4);
    }

    /** A p-value: {@code 0.0312}, {@code 4.1e-07}. */
    static String p(double p) {
        return p == 0 || p >= SMALLEST_PLAIN_P ? fixed(p, 4) : String.format(Locale.ROOT, "%.1e", p);
    }

    /** A whole number, grouped: {@code 1,346}. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 1 item}, {@code 1,346 items}. */
    static String items(long count) {
        return count(count) + (count == 1 ? " item" : " items");
    }

    /** A number of items that is only about right, in two digits: {@code about 1,600 items}. */
    static String about(long count) {
        long unit = 1;
        while (count / unit >= 100) {
            unit *= 10;
        }
        return "about " + items((count + unit - 1) / unit * unit);
    }

    /** Sentences, or parts of one, that have something to say. */
    static String joined(String separator, List<String> parts) {
        return String.join(
                separator, parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }
}
