package dev.touchstone.suites.extract.math;

import static dev.touchstone.suites.extract.math.HendrycksFixes.fractions;
import static dev.touchstone.suites.extract.math.HendrycksFixes.parts;
import static dev.touchstone.suites.extract.math.HendrycksFixes.roots;
import static dev.touchstone.suites.extract.math.HendrycksFixes.slash;
import static dev.touchstone.suites.extract.math.HendrycksFixes.withoutUnits;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How lm-eval's {@code hendrycks_math} compares a prediction with the gold answer: lm-eval 0.4.13 {@code tasks/hendrycks_math/utils.py}, the
 * exceptions of the original included, since they decide scores.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class HendrycksAnswer {

    private HendrycksAnswer() {}

    /**
     * lm-eval's {@code is_equiv}: equal after {@link #strip}. Where either cannot be stripped, equal as they stand: {@code x/y} equals
     * {@code x/y} and not {@code x /y}.
     */
    public static boolean areEquivalent(String first, String second) {
        Optional<String> strippedFirst = strip(first);
        Optional<String> strippedSecond = strip(second);
        return strippedFirst.isPresent() && strippedSecond.isPresent()
                ? strippedFirst.equals(strippedSecond)
                : first.equals(second);
    }

    /**
     * lm-eval's {@code strip_string}: one spelling for line breaks, degrees, dollars, units, percent, leading points, {@code k = }, roots and
     * fractions.
     *
     * @return empty where the original raises an exception, as it does for {@code x/y} and {@code \frac} at the end
     */
    public static Optional<String> strip(String answer) {
        return withoutUnits(withoutMarks(answer)).flatMap(HendrycksAnswer::stripNumber);
    }

    private static String withoutMarks(String answer) {
        return answer.replace("\n", "")
                .replace("\\!", "")
                .replace("\\\\", "\\")
                .replace("tfrac", "frac")
                .replace("dfrac", "frac")
                .replace("\\left", "")
                .replace("\\right", "")
                .replace("^{\\circ}", "")
                .replace("^\\circ", "")
                .replace("\\$", "");
    }

    private static Optional<String> stripNumber(String marked) {
        String answer = marked.replace("\\%", "").replace(" .", " 0.").replace("{.", "{0.");
        if (answer.isEmpty()) {
            return Optional.of(answer);
        }
        String value = withoutName(answer.startsWith(".") ? "0" + answer : answer);
        return roots(value)
                .flatMap(rooted -> fractions(rooted.replace(" ", "")))
                .flatMap(result -> slash(result.equals("0.5") ? "\\frac{1}{2}" : result));
    }

    /** Drops {@code k = }: a left side of at most two characters before the only equals sign. */
    private static String withoutName(String answer) {
        List<String> sides = parts(answer, "=");
        return sides.size() == 2 && sides.get(0).codePointCount(0, sides.get(0).length()) <= 2 ? sides.get(1) : answer;
    }
}
