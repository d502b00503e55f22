package dev.touchstone.reports.allure;

import dev.touchstone.result.GateResult;
import dev.touchstone.result.GateResult.ComparedWith;
import dev.touchstone.result.RunInfo;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A gate as a test of Allure's: passed, failed, skipped when inconclusive, broken when it could not be judged. The evidence is its message. */
final class GateCase {

    private static final String SUITE = "Gates";

    private final RunInfo run;
    private final GateResult gate;

    GateCase(RunInfo run, GateResult gate) {
        this.run = run;
        this.gate = gate;
    }

    /** @param time when it is on the time line, in milliseconds since 1970 */
    TestResult result(long time) {
        String history = Digest.of(SUITE, gate.name());
        return new TestResult()
                .setUuid(Digest.uuid(run.id(), SUITE, gate.name()))
                .setHistoryId(history)
                .setTestCaseId(history)
                .setFullName("gates/" + gate.name())
                .setName(gate.name() + ": " + gate.verdict())
                .setDescription(description())
                .setStatus(status())
                .setStatusDetails(new StatusDetails().setMessage(gate.evidence()))
                .setStage(Stage.FINISHED)
                .setLabels(labels())
                .setParameters(parameters())
                .setStart(time)
                .setStop(time);
    }

    private Status status() {
        return switch (gate.verdict()) {
            case PASS -> Status.PASSED;
            case FAIL -> Status.FAILED;
            case INCONCLUSIVE -> Status.SKIPPED;
            case REFUSED -> Status.BROKEN;
        };
    }

    private String description() {
        List<String> lines = new ArrayList<>(List.of(gate.evidence(), "", "| figure | value |", "|:--|--:|"));
        for (Map.Entry<String, Double> number : gate.numbers().entrySet()) {
            lines.add("| " + number.getKey() + " | " + number(number.getValue()) + " |");
        }
        return String.join("\n", lines);
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "undefined";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    private List<Label> labels() {
        return List.of(
                label("parentSuite", SUITE),
                label("epic", SUITE),
                label("suite", gate.kind()),
                label("feature", gate.kind()),
                label("story", gate.name()),
                label("layer", "gate"),
                label("framework", "touchstone"));
    }

    private List<Parameter> parameters() {
        ComparedWith baseline = gate.baseline();
        return baseline == null
                ? List.of()
                : List.of(
                        parameter("baseline run", baseline.run()),
                        parameter("baseline model", baseline.model()),
                        parameter("baseline fingerprint", baseline.modelFingerprint()),
                        parameter("baseline variant", baseline.variant()));
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }
}
