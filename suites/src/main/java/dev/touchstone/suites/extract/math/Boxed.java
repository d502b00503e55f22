package dev.touchstone.suites.extract.math;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A {@code \boxed} in a text: lm-eval 0.4.13 {@code tasks/hendrycks_math/utils.py}, the same in {@code tasks/minerva_math/utils.py}.
 *
 * @param text {@code \boxed{3}} or {@code \boxed 3}
 * @param from where {@code \boxed} begins, in UTF-16 units of the text it was found in
 * @param prefix units from there to the content: {@code \boxed} and a brace or a space
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Boxed(String text, int from, int prefix) {

    private static final String COMMAND = "\\boxed";
    private static final String SPACED = "\\boxed ";
    private static final String BRACED = "\\boxed{";

    /**
     * lm-eval's {@code last_boxed_only_string}. Is there a {@code \boxed} with a space behind it, the last one counts, up to the next dollar
     * sign; otherwise the last {@code \boxed} or, without one, {@code \fbox}, up to the brace that closes its first one.
     *
     * @return empty where there is none, or where its brace is never closed
     */
    public static Optional<Boxed> last(String text) {
        int spaced = text.lastIndexOf(SPACED);
        if (spaced >= 0) {
            int dollar = text.indexOf('$', spaced);
            return Optional.of(
                    new Boxed(text.substring(spaced, dollar < 0 ? text.length() : dollar), spaced, SPACED.length()));
        }
        int from = text.lastIndexOf(COMMAND);
        int start = from >= 0 ? from : text.lastIndexOf("\\fbox");
        int end = start < 0 ? -1 : closingBrace(text, start);
        return end < 0
                ? Optional.empty()
                : Optional.of(new Boxed(text.substring(start, end + 1), start, text.indexOf('{', start) + 1 - start));
    }

    /**
     * lm-eval's {@code remove_boxed}: the content of {@code \boxed{3}} or {@code \boxed 3}.
     *
     * @throws IllegalArgumentException for any other text, {@code \fbox{3}} too, where lm-eval fails an assertion
     */
    public static String remove(String boxed) {
        if (boxed.startsWith(SPACED)) {
            return boxed.substring(SPACED.length());
        }
        if (boxed.contains(SPACED) || !boxed.startsWith(BRACED) || !boxed.endsWith("}")) {
            throw new IllegalArgumentException("'" + boxed + "' is not a box; legal are \\boxed{3} and \\boxed 3");
        }
        return boxed.substring(BRACED.length(), boxed.length() - 1);
    }

    /** Where the content begins in the text that the box was found in. */
    public int contentFrom() {
        return from + prefix;
    }

    /** The index after the content. */
    public int contentTo() {
        return from + text.length() - (text.startsWith(SPACED) ? 0 : 1);
    }

    private static int closingBrace(String text, int start) {
        int open = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                open++;
            } else if (c == '}' && --open == 0) {
                return i;
            }
        }
        return -1;
    }
}
