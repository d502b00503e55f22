package dev.touchstone.reports;

import dev.touchstone.suites.MetricName;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How numbers are written for people: the same in each report and in each locale. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Figures {

    /** Named by the suite, as it depends on how answers are read. */
    private static final String EXACT_MATCH = "exact_match";

    /** A perplexity can have twenty digits, of which nobody reads the last ones: from ten million on. */
    private static final double LARGE = 1e7;

    private static final double NANOS_PER_SECOND = 1e9;

    private Figures() {}

    /** Whether a metric's values are shares between 0 and 1; what stands after a comma says how answers were read. */
    public static boolean isShare(String metric) {
        String name = metric.split(",")[0];
        return name.equals(EXACT_MATCH)
                || name.startsWith("pass@")
                || name.startsWith("maj@")
                || MetricName.find(name).filter(MetricName::isShare).isPresent();
    }

    /** A metric's value in the unit of {@link #unit}: per cent with 2 decimals, or as it is with 4; a very large one with its power of ten. */
    public static String metric(String metric, double value) {
        if (isShare(metric)) {
            return fixed(100 * value, 2);
        }
        return value < LARGE ? fixed(value, 4) : String.format(Locale.ROOT, "%.3e", value);
    }

    /** The unit of {@link #metric}, with a space before it, or nothing. */
    public static String unit(String metric) {
        return isShare(metric) ? " %" : "";
    }

    /** A share between 0 and 1 as per cent with one decimal, such as {@code 31.2 %}. */
    public static String percent(double share) {
        return fixed(100 * share, 1) + " %";
    }

    /** A number with a fixed count of decimals, without grouping. */
    public static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A number with its sign, also when it is positive; 0 has none. */
    public static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (zero) {
            return fixed(0, decimals);
        }
        return value > 0 ? "+" + text : text;
    }

    /** A whole number, grouped: {@code 1,234}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Nanoseconds as seconds. */
    public static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }

    /** A time as {@code m:ss}, or {@code h:mm:ss} from an hour on, rounded to seconds. */
    public static String clock(long nanos) {
        long all = Math.round(seconds(nanos));
        long hours = all / 3600;
        return hours == 0
                ? String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, all / 60 % 60, all % 60);
    }

    /** A time of less than a minute: {@code 350 ns}, {@code 1.25 us}, {@code 12.0 ms}, {@code 1.50 s}. */
    public static String shortTime(double seconds) {
        if (seconds < 1e-6) {
            return fixed(seconds * 1e9, 0) + " ns";
        }
        if (seconds < 1e-3) {
            return fixed(seconds * 1e6, 2) + " us";
        }
        return seconds < 1 ? fixed(seconds * 1e3, 2) + " ms" : fixed(seconds, 2) + " s";
    }

    /** What weights take: {@code 4.28 bits a weight, 1.2 MB}. */
    public static String weights(double bitsPerWeight, long bytes) {
        return fixed(bitsPerWeight, 2) + " bits a weight, " + bytes(bytes);
    }

    /** Bytes as people say it, in powers of ten: {@code 350 B}, {@code 5.3 kB}, {@code 1.2 MB}, {@code 13.5 GB}. */
    public static String bytes(long bytes) {
        if (bytes >= 1_000_000_000L) {
            return fixed(bytes / 1e9, 1) + " GB";
        }
        if (bytes >= 1_000_000L) {
            return fixed(bytes / 1e6, 1) + " MB";
        }
        return bytes >= 1_000L ? fixed(bytes / 1e3, 1) + " kB" : bytes + " B";
    }

    /** A count of weights as people say it: {@code 260 k}, {@code 15.2 M}, {@code 7.0 B}. */
    public static String parameters(long weights) {
        if (weights >= 1_000_000_000L) {
            return fixed(weights / 1e9, 1) + " B";
        }
        return weights >= 1_000_000L ? fixed(weights / 1e6, 1) + " M" : fixed(weights / 1e3, 0) + " k";
    }
}
