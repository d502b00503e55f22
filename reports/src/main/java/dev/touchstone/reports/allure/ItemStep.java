package dev.touchstone.reports.allure;

import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Checked;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Finding.OfChoices;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.ItemResult;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An item as a step of its subject's test. A right answer and what is only measured are passed (green), a wrong one and no answer are skipped
 * (grey), as in JUnit's tree, where they are aborted: nothing is broken, the model did not know. What could not be evaluated is broken (yellow), and
 * so is its subject. Red, which Allure has for a failed expectation, is left to gates and to checks on the model that do not hold.
 */
final class ItemStep {

    private ItemStep() {}

    /**
     * @param start when the item began on the test's time line, in milliseconds since 1970
     * @param stop when it ended there
     */
    static StepResult of(ItemResult item, long start, long stop) {
        StepResult step = new StepResult()
                .setName("#" + item.index() + " " + Names.answer(item))
                .setStatus(status(item))
                .setStage(Stage.FINISHED)
                .setStart(start)
                .setStop(stop)
                .setParameters(parameters(item));
        String message = item.finding() instanceof Checked checked ? checked.text() : item.error();
        return message == null ? step : step.setStatusDetails(new StatusDetails().setMessage(message));
    }

    private static Status status(ItemResult item) {
        if (item.isBrokenCheck()) {
            return Status.FAILED;
        }
        return switch (item.outcome()) {
            case CORRECT, MEASURED -> Status.PASSED;
            case WRONG, NO_ANSWER -> Status.SKIPPED;
            case ERROR -> Status.BROKEN;
        };
    }

    /** What was found, and what was cut, if anything was. */
    private static List<Parameter> parameters(ItemResult item) {
        List<Parameter> parameters = new ArrayList<>(found(item));
        if (item.tokens().truncated() > 0) {
            parameters.add(parameter("cut off the prompt", item.tokens().truncated() + " tokens"));
        }
        return parameters;
    }

    private static List<Parameter> found(ItemResult item) {
        Finding finding = item.finding();
        if (finding instanceof OfChoices scored) {
            return IntStream.range(0, scored.loglikelihoods().size())
                    .mapToObj(i -> choice(item, i, scored.loglikelihoods().get(i)))
                    .toList();
        }
        if (finding instanceof Generated generated) {
            return List.of(parameter("response", generated.response()), parameter("gold", generated.gold()));
        }
        if (finding instanceof WholeText text) {
            return perplexities(item.scores(), text.windows());
        }
        return finding instanceof Checked checked
                ? checked.numbers().entrySet().stream()
                        .map(figure -> parameter(figure.getKey(), number(figure.getValue())))
                        .toList()
                : List.of();
    }

    private static Parameter choice(ItemResult item, int index, double loglikelihood) {
        String name = Names.choice(item, index);
        String value = "ln P " + Figures.fixed(loglikelihood, 4);
        String text = item.choices().get(index).strip();
        return parameter(name + mark(item.finding(), index), text.equals(name) ? value : text + "   " + value);
    }

    private static String mark(Finding finding, int index) {
        return finding instanceof Chosen chosen
                ? (index == chosen.gold() ? " (gold)" : "") + (index == chosen.answer() ? " (answer)" : "")
                : "";
    }

    private static List<Parameter> perplexities(Map<String, Double> scores, int windows) {
        List<Parameter> parameters = new ArrayList<>();
        scores.forEach((metric, score) -> parameters.add(parameter(metric, Figures.metric(metric, score))));
        parameters.add(parameter("scored in", windows == 1 ? "1 window" : windows + " windows"));
        return parameters;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Figures.count((long) value)
                : Double.toString(value);
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }
}
