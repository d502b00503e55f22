package dev.touchstone.suites.extract.algebra;

import dev.touchstone.suites.extract.algebra.Equivalence.Undecided;
import dev.touchstone.suites.extract.algebra.Form.Several;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Compares an answer with the gold answer by what they mean: Touchstone's own rule, beside lm-eval's string rules in
 * {@link dev.touchstone.suites.extract.math}. It knows fractions, roots, powers, functions, &pi;, e, i, mixed numbers, repeating decimals,
 * tuples, intervals, sets, lists, unions, matrices, equations, inequalities, plus-minus, units, percent and thousands separators.
 *
 * <ul>
 *   <li>Values are computed with 100 digits and are equal if they agree to 70; a rounded number never equals the exact one.
 *   <li>Terms with variables are equal if they agree at eight seeded points, positive and negative ones; those that agree at some are undecided.
 *   <li>What can be read in two ways, or not at all, is undecided. Words are equal by their letters or undecided.
 *   <li>Lists and sets have no order; tuples, intervals and matrices have one, and their brackets count.
 *   <li>A unit, a percent sign or {@code x =} may be missing on one side, as in MATH's own rule: {@code 50\%} equals both 50 and 0.5.
 * </ul>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class MathAnswers {

    /** The longest answer of MATH has some 160 characters. */
    private static final int LONGEST = 1_000;

    private MathAnswers() {}

    /**
     * Compares.
     *
     * @param gold the right answer, in LaTeX, with or without dollar signs or a box
     * @param answer the model's
     * @return never null; {@link Equivalence#EQUAL} for the same text, too
     */
    public static Equivalence compare(String gold, String answer) {
        if (gold.strip().equals(answer.strip()) && !gold.isBlank()) {
            return Equivalence.EQUAL;
        }
        if (Math.max(gold.length(), answer.length()) > LONGEST) {
            return new Undecided("an answer has more than " + LONGEST + " characters");
        }
        try {
            return readings(Spelling.clean(gold), Spelling.clean(answer));
        } catch (Undecidable e) {
            return new Undecided(e.getMessage());
        }
    }

    /**
     * {@code 1,234} is one number; next to a list it is two, as in {@code 100,200} and {@code 200, 100}. Where both could be either, and only the
     * lists are equal, nothing is decided.
     */
    private static Equivalence readings(String gold, String answer) {
        Form goldForm = FormReader.read(Spelling.withoutThousands(gold));
        Form answerForm = FormReader.read(Spelling.withoutThousands(answer));
        boolean goldIsOpen = Spelling.hasThousands(gold);
        boolean answerIsOpen = Spelling.hasThousands(answer);
        if (goldIsOpen && answerIsOpen) {
            Equivalence numbers = FormComparison.compare(goldForm, answerForm);
            return numbers.equals(Equivalence.EQUAL) || !areEqualLists(gold, answer)
                    ? numbers
                    : new Undecided("1,234 can be one number or two");
        }
        Form goldList = goldIsOpen && answerForm instanceof Several ? FormReader.read(gold) : goldForm;
        Form answerList = answerIsOpen && goldForm instanceof Several ? FormReader.read(answer) : answerForm;
        return FormComparison.compare(goldList, answerList);
    }

    private static boolean areEqualLists(String gold, String answer) {
        return FormComparison.compare(FormReader.read(gold), FormReader.read(answer))
                .equals(Equivalence.EQUAL);
    }
}
