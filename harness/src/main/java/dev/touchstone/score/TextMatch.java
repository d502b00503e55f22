package dev.touchstone.score;

import dev.touchstone.suites.Task.Exact;
import dev.touchstone.suites.Task.Filter;
import dev.touchstone.suites.extract.ExactMatch;
import dev.touchstone.suites.extract.algebra.Equivalence;
import dev.touchstone.suites.extract.algebra.MathAnswers;
import dev.touchstone.suites.extract.math.HendrycksAnswer;
import dev.touchstone.suites.extract.math.MinervaAnswer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Ways of comparing an extracted answer with the gold, by the names that a {@code suite.yaml} uses. */
final class TextMatch {

    /** The regexes of lm-evaluation-harness 0.4.13's {@code gsm8k.yaml}. */
    private static final ExactMatch GSM8K = ExactMatch.withDefaults()
            .ignoring(List.of(",", "\\$", "(?s).*#### ", "\\.$"))
            .ignoringCase();

    private static final Map<String, BiPredicate<String, String>> BY_NAME = new TreeMap<>(Map.of(
            "exact", ExactMatch.withDefaults()::matches,
            "gsm8k", GSM8K::matches,
            "hendrycks-math", HendrycksAnswer::areEquivalent,
            "minerva-math", TextMatch::areEqualFinalAnswers));

    private TextMatch() {}

    /**
     * {@code tasks/minerva_math/utils.py is_equiv} of lm-evaluation-harness 0.4.13, with this project's comparison in place of SymPy's. What it
     * leaves undecided is unequal, as what SymPy can't read.
     */
    private static boolean areEqualFinalAnswers(String answer, String gold) {
        String given = MinervaAnswer.normalise(answer);
        String right = MinervaAnswer.normalise(gold);
        return given.equals(right) || MathAnswers.compare(right, given).equals(Equivalence.EQUAL);
    }

    /**
     * Compares.
     *
     * @throws ScoreException for an unknown name; the message lists the known ones
     */
    static boolean matches(Filter filter, String answer, String gold) {
        Exact exact = filter.exact();
        if (exact != null) {
            return ExactMatch.of(exact).matches(answer, gold);
        }
        BiPredicate<String, String> match = BY_NAME.get(String.valueOf(filter.match()));
        if (match == null) {
            throw new ScoreException(
                    "match '" + filter.match() + "' is not known; legal: " + String.join(", ", BY_NAME.keySet()));
        }
        return match.test(answer, gold);
    }
}
