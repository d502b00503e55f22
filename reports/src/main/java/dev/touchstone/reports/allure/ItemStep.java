package dev.touchstone.reports.allure;

import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.result.ItemResult;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.List;

/**
 * An item as a step of its subject's test. A right answer is passed (green), a wrong one and no answer are skipped (grey), as in
 * JUnit's tree, where they are aborted: nothing is broken, the model did not know. What could not be evaluated is broken (yellow), and
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
        String message =
                item.evidence() == null ? item.error() : item.evidence().text();
        return message == null ? step : step.setStatusDetails(new StatusDetails().setMessage(message));
    }

    private static Status status(ItemResult item) {
        if (item.isBrokenCheck()) {
            return Status.FAILED;
        }
        return switch (item.outcome()) {
            case CORRECT -> Status.PASSED;
            case WRONG, NO_ANSWER -> Status.SKIPPED;
            case ERROR -> Status.BROKEN;
        };
    }

    /** The choices with their log-likelihoods, and what was cut, if anything was. */
    private static List<Parameter> parameters(ItemResult item) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < item.loglikelihoods().size(); i++) {
            String name =
                    Names.choice(i) + (i == item.gold() ? " (gold)" : "") + (i == item.answer() ? " (answer)" : "");
            parameters.add(parameter(name, choice(item, i)));
        }
        if (item.generated() != null) {
            parameters.add(parameter("response", item.generated().response()));
            parameters.add(parameter("gold", item.generated().gold()));
        }
        if (item.evidence() != null) {
            item.evidence().numbers().forEach((name, value) -> parameters.add(parameter(name, number(value))));
        }
        if (item.tokens().truncated() > 0) {
            parameters.add(parameter("cut off the prompt", item.tokens().truncated() + " tokens"));
        }
        return parameters;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Figures.count((long) value)
                : Double.toString(value);
    }

    private static String choice(ItemResult item, int index) {
        String loglikelihood = Figures.fixed(item.loglikelihoods().get(index), 4);
        String text = item.choices().get(index).strip();
        return text.equals(Names.choice(index)) ? "ln P " + loglikelihood : text + "   ln P " + loglikelihood;
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }
}
