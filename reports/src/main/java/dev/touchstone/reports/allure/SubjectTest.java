package dev.touchstone.reports.allure;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.result.GroupResult;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subject as a test of Allure's. It is passed when every item was evaluated, whatever the answers, and broken when one was not: how
 * good the model is stands in the name and the description, and gates decide whether that is good enough. A check on the model is failed
 * when it does not hold, and skipped when it could not be tried.
 *
 * <p>Allure wants to know when things began. Touchstone knows how long the model spent on an item, so items and subjects are laid end
 * to end: durations are true, positions on the time line are not.
 */
final class SubjectTest {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final RunInfo run;
    private final SuiteResult suite;
    private final SubjectResult subject;

    SubjectTest(RunInfo run, SuiteResult suite, SubjectResult subject) {
        this.run = run;
        this.suite = suite;
        this.subject = subject;
    }

    /** @param start when it begins on the time line, in milliseconds since 1970 */
    TestResult result(long start) {
        String history = Digest.of(suite.suite(), suite.variant().id(), subject.subject());
        List<StepResult> steps = steps(start);
        long stop = steps.isEmpty() ? start : steps.get(steps.size() - 1).getStop();
        return new TestResult()
                .setUuid(uuid("test"))
                .setHistoryId(history)
                .setTestCaseId(history)
                .setFullName(fullName())
                .setName(name())
                .setDescription(
                        suite.isOfChecks()
                                ? CheckDescription.of(subject, suite)
                                : SubjectDescription.of(subject, suite))
                .setStatus(status())
                .setStatusDetails(details())
                .setStage(Stage.FINISHED)
                .setLabels(labels())
                .setLinks(List.of(ReportLink.items(suite, subject)))
                .setParameters(parameters())
                .setSteps(steps)
                .setStart(start)
                .setStop(stop);
    }

    /** A name for one of the subject's files in Allure's results, the same each time. */
    String uuid(String what) {
        return Digest.uuid(run.id(), suite.suite(), suite.variant().id(), subject.subject(), what);
    }

    private List<StepResult> steps(long start) {
        List<StepResult> steps = new ArrayList<>();
        long nanos = 0;
        for (ItemResult item : subject.items()) {
            long end = nanos + item.timing().modelNanos();
            steps.add(ItemStep.of(item, start + nanos / NANOS_PER_MILLI, start + end / NANOS_PER_MILLI));
            nanos = end;
        }
        return steps;
    }

    private String fullName() {
        return suite.suite() + "/" + subject.subject() + " " + suite.variant().id();
    }

    private String name() {
        String name = Names.of(subject);
        if (subject.metrics().isEmpty()) {
            return name;
        }
        String metric = subject.metrics().keySet().iterator().next();
        Estimate estimate = subject.metrics().get(metric);
        String value = estimate.value() == null
                ? "undefined"
                : Figures.metric(metric, estimate.value()) + Figures.unit(metric);
        return name + ": " + metric + " " + value + ", n = " + estimate.n()
                + (Names.isMini(suite) ? " (" + suite.data() + ")" : "");
    }

    private Status status() {
        if (!errors().isEmpty()) {
            return Status.BROKEN;
        }
        if (subject.items().stream().anyMatch(ItemResult::isBrokenCheck)) {
            return Status.FAILED;
        }
        return suite.isOfChecks()
                        && subject.outcomes().noAnswer() == subject.items().size()
                ? Status.SKIPPED
                : Status.PASSED;
    }

    private List<ItemResult> errors() {
        return subject.items().stream()
                .filter(item -> item.outcome() == Outcome.ERROR)
                .toList();
    }

    private StatusDetails details() {
        List<ItemResult> errors = errors();
        if (errors.isEmpty()) {
            return suite.isOfChecks()
                    ? new StatusDetails().setMessage(CheckDescription.evidence(subject))
                    : new StatusDetails();
        }
        ItemResult first = errors.get(0);
        return new StatusDetails()
                .setMessage("could not be evaluated: " + errors.size() + " of "
                        + subject.items().size() + " items; the first is " + first.id() + ": " + first.error());
    }

    /** Without {@code subSuite}: a folder for each subject would hold one test, of the same name. */
    private List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        labels.add(label("parentSuite", suiteName()));
        labels.add(label("epic", suiteName()));
        groupTitle().ifPresent(title -> labels.add(label("suite", title)));
        groupTitle().ifPresent(title -> labels.add(label("feature", title)));
        labels.add(label("story", Names.of(subject)));
        labels.add(label("package", suite.suite() + "." + subject.subject()));
        labels.add(label("layer", "evaluation"));
        labels.add(label("framework", "touchstone"));
        labels.add(label("language", suite.language()));
        return labels;
    }

    /** With the variant, where it is not the model as it is. */
    private String suiteName() {
        String variant = suite.variant().id();
        return variant.equals("native") ? Names.of(suite) : Names.of(suite) + ", " + variant;
    }

    private Optional<String> groupTitle() {
        return suite.groups().stream()
                .filter(group -> group.group().equals(subject.group()))
                .map(GroupResult::title)
                .findFirst();
    }

    private List<Parameter> parameters() {
        return List.of(
                parameter("model", run.model().name()),
                parameter("precision", suite.variant().precision()),
                parameter("shots", Integer.toString(suite.shots())),
                parameter("mode", suite.mode()),
                parameter("data", suite.data()));
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }
}
