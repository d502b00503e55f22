package dev.touchstone.suites.extract.math;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How lm-eval's {@code minerva_math} spells a final answer: lm-eval 0.4.13 {@code tasks/minerva_math/utils.py normalize_final_answer}, after
 * appendix D of Lewkowycz et al. (2022). The published 0.4.13 differs from earlier sources: units are removed at word boundaries first and
 * never inside of a LaTeX command, indexed roots stay, and commas go only from whole numbers in groups of three.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class MinervaAnswer {

    private static final Pattern COMMAND = Pattern.compile("\\\\[a-zA-Z]+");
    private static final Pattern SHORT_FRACTION = Pattern.compile("frac([^{])(.)", Pattern.UNIX_LINES);
    private static final Pattern SHORT_ROOT = Pattern.compile("sqrt(?!\\[)([^{])");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\p{Nd}{1,3}(?:,\\p{Nd}{3})++");

    private MinervaAnswer() {}

    /** The answer without units, formatting and spaces; lm-eval then compares gold and prediction, both so written. */
    public static String normalise(String finalAnswer) {
        String answer = finalAnswer.substring(finalAnswer.lastIndexOf('=') + 1);
        answer = withoutUnits(answer);
        answer = Unwrap.firstDollars(answer);
        answer = Unwrap.shortest(answer, "\\text{");
        answer = Unwrap.shortest(answer, "\\textbf{");
        answer = Unwrap.shortest(answer, "\\overline{");
        answer = Unwrap.longest(answer, "\\boxed{");
        return withoutCommas(longhand(answer).replace("$", ""));
    }

    private static String withoutUnits(String answer) {
        String result = answer;
        for (Pattern word : MinervaWords.WORDS) {
            result = word.matcher(result).replaceAll("");
        }
        for (MinervaWords.Substitution substitution : MinervaWords.SUBSTITUTIONS) {
            result = result.replace(substitution.before(), substitution.after());
        }
        for (String expression : MinervaWords.REMOVED) {
            result = MinervaWords.isWord(expression)
                    ? outsideOfCommands(result, expression)
                    : result.replace(expression, "");
        }
        return result;
    }

    private static String outsideOfCommands(String answer, String word) {
        StringBuilder result = new StringBuilder();
        Matcher command = COMMAND.matcher(answer);
        int from = 0;
        while (command.find()) {
            result.append(answer.substring(from, command.start()).replace(word, ""))
                    .append(command.group());
            from = command.end();
        }
        return result.append(answer.substring(from).replace(word, "")).toString();
    }

    private static String longhand(String answer) {
        String fractions = SHORT_FRACTION.matcher(answer).replaceAll("frac{$1}{$2}");
        String roots = Unwrap.indexedRoots(fractions);
        return SHORT_ROOT.matcher(roots).replaceAll("sqrt{$1}");
    }

    private static String withoutCommas(String answer) {
        return THOUSANDS.matcher(answer).matches() ? answer.replace(",", "") : answer;
    }
}
