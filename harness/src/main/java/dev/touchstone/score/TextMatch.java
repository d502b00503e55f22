package dev.touchstone.score;

import dev.touchstone.suites.Task.Exact;
import dev.touchstone.suites.Task.Filter;
import dev.touchstone.suites.extract.ExactMatch;
import dev.touchstone.suites.extract.algebra.Equivalence;
import dev.touchstone.suites.extract.algebra.Equivalence.Undecided;
import dev.touchstone.suites.extract.algebra.MathAnswers;
import dev.touchstone.suites.extract.math.HendrycksAnswer;
import dev.touchstone.suites.extract.math.MinervaAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What is compared by its meaning may be left undecided: neither equal nor unequal. */
    private static final String EQUIVALENT = "equivalent";

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
     * Whether the answer is one of the golds; empty when that can't be said.
     *
     * @throws ScoreException for an unknown name; the message lists the known ones
     */
    static Optional<Boolean> matchesAny(Filter filter, String answer, List<String> golds) {
        if (!EQUIVALENT.equals(filter.match())) {
            return Optional.of(golds.stream().anyMatch(gold -> matches(filter, answer, gold)));
        }
        List<Equivalence> found =
                golds.stream().map(gold -> MathAnswers.compare(gold, answer)).toList();
        boolean open = found.stream().anyMatch(Undecided.class::isInstance);
        boolean equal = found.contains(Equivalence.EQUAL);
        return open && !equal ? Optional.empty() : Optional.of(equal);
    }

    /**
     * Compares.
     *
     * @throws ScoreException for an unknown name; the message lists the known ones
     */
    private static boolean matches(Filter filter, String answer, String gold) {
        Exact exact = filter.exact();
        if (exact != null) {
            return ExactMatch.of(exact).matches(answer, gold);
        }
        BiPredicate<String, String> match = BY_NAME.get(String.valueOf(filter.match()));
        if (match == null) {
            throw new ScoreException("match '" + filter.match() + "' is not known; legal: "
                    + String.join(", ", BY_NAME.keySet()) + ", " + EQUIVALENT);
        }
        return match.test(answer, gold);
    }
}
