package dev.touchstone.suites.mini.sums;

import dev.touchstone.suites.mini.MiniSubject;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Mini items of GSM8K and MATH. Call {@link #subject}. */
@API(status = Status.INTERNAL, since = "0.1")
public final class SumsMini {

    private static final List<String> MATH_SUBJECTS = List.of(
            "algebra",
            "counting_and_probability",
            "geometry",
            "intermediate_algebra",
            "number_theory",
            "prealgebra",
            "precalculus");

    /** The shots of the published chain-of-thought prompt of GSM8K. */
    private static final int GSM8K_SHOTS = 8;

    private static final int GSM8K_ITEMS = 150;

    /** The shots of the published prompt of MATH. */
    private static final int MATH_SHOTS = 4;

    private static final int MATH_ITEMS = 104;

    private SumsMini() {}

    /**
     * The mini items and lessons of one subject. Items have the published fields: GSM8K's are question and answer; MATH's problem, level, type
     * and solution, and in addition {@code lesson}: what the built-in model is taught to write after {@code Answer:}, with the blank that follows
     * the colon. {@code gold} is -1: the answer is generated.
     *
     * @param suite {@code gsm8k} or {@code math}
     * @param subject {@code gsm8k}, or one of MATH's seven
     * @throws IllegalArgumentException if there is no such suite or subject
     */
    public static MiniSubject subject(String suite, String subject) {
        if (suite.equals("gsm8k") && subject.equals("gsm8k")) {
            return new SumsSubject(subject, Notation.GSM8K, SumTable.load(suite, subject), GSM8K_SHOTS, GSM8K_ITEMS);
        }
        if (suite.equals("math") && MATH_SUBJECTS.contains(subject)) {
            return new SumsSubject(subject, Notation.MATH, SumTable.load(suite, subject), MATH_SHOTS, MATH_ITEMS);
        }
        throw new IllegalArgumentException("no sums for '" + suite + "/" + subject
                + "'; there are gsm8k/gsm8k and math/" + String.join(", math/", MATH_SUBJECTS));
    }
}
