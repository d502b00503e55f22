package dev.touchstone.reports;

import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Items for tests: four choices each, a prompt that names the item. */
public final class SampleItems {

    private static final List<String> CHOICES = List.of(" A", " B", " C", " D");
    private static final long TENTH_OF_A_SECOND = 100_000_000;

    private SampleItems() {}

    /** An item with an answer. */
    public static ItemResult answered(String subject, int index, int gold, int answer) {
        return item(subject, index, gold, answer, 0, null);
    }

    /** An item whose prompt was cut. */
    public static ItemResult cut(String subject, int index, int gold, int answer) {
        return item(subject, index, gold, answer, 37, null);
    }

    /** An item that could not be evaluated. */
    public static ItemResult error(String subject, int index) {
        return item(subject, index, 0, -1, 0, "the prompt has 9000 tokens, the model sees 2048");
    }

    private static ItemResult item(String subject, int index, int gold, int answer, int cut, String error) {
        boolean right = gold == answer;
        Outcome outcome = error != null ? Outcome.ERROR : right ? Outcome.CORRECT : Outcome.WRONG;
        return new ItemResult(
                "ceval/" + subject + "#" + index,
                "ceval",
                subject,
                index,
                "val",
                "%064x".formatted(31L * index + subject.hashCode()),
                "以下是中国关于" + subject + "考试的单项选择题，请选出其中的正确答案。\n\n" + index
                        + ". 下列说法正确的是____。\nA. 甲\nB. 乙\nC. 丙\nD. 丁\n答案：",
                CHOICES,
                error == null ? loglikelihoods(answer) : List.of(),
                error == null ? CHOICES.stream().map(choice -> false).toList() : List.of(),
                gold,
                answer,
                null,
                null,
                outcome,
                error,
                error == null ? Map.of("acc", right ? 1.0 : 0.0) : Map.of(),
                new ItemResult.Tokens(120 + index, 4, cut),
                new ItemResult.Timing(TENTH_OF_A_SECOND, 40));
    }

    private static List<Double> loglikelihoods(int answer) {
        List<Double> values = new ArrayList<>(List.of(-1.75, -1.5, -2.0, -2.25));
        values.set(answer, -0.5);
        return values;
    }
}
