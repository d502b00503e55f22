package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.suites.audit.DataAudit;
import dev.touchstone.suites.audit.DataAudit.Part;
import dev.touchstone.testing.FakeModelProvider;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.Event;

/** {@code -Daudit=true}, from the property to the report. */
class AuditTest {

    private static final String SUITE = """
            id: cities
            task:
              forms:
                letters: {question: "{{ question }}\\nA. {{ A }}\\nB. {{ B }}\\nAnswer:", choices: [A, B]}
              data: {evaluation: items.csv, gold: answer}
            """;

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void prepare() {
        run = EngineRun.in(folder).with("audit", "true").without("model");
    }

    @Test
    void aSuiteIsOneTestAndNoModelIsAsked() {
        int before = FakeModelProvider.ANSWERED.get();
        run.with("suite", "colours/red,colours/blue");
        assertThat(run.tests(selectClass(BenchmarksTest.class))).containsExactly("colours: audit of the data");
        run.execute().testEvents().assertStatistics(statistics -> statistics.started(1));
        assertThat(FakeModelProvider.ANSWERED.get()).isEqualTo(before);
        assertThat(RecordingReport.audits).hasSize(1);
        DataAudit audit = RecordingReport.audits.get(0);
        assertThat(audit.suite()).isEqualTo("colours");
        assertThat(audit.parts()).extracting(Part::subject).containsExactly("red", "blue");
    }

    @Test
    void nothingToSayIsAPassAndWarningsAbort() throws IOException {
        cities("Peru?,Quito,Lima,B\nChad?,Lima,Oslo,A\n");
        audit().haveExactly(1, event(displayName("cities: audit of the data"), finishedSuccessfully()));
        cities("Peru?,Quito,Lima,B\nperu?,Lima,Quito,A\n");
        audit().haveExactly(
                        1, event(displayName("cities: audit of the data"), abortedWithReason(message("1 warning"))));
    }

    @Test
    void whatCantBeEvaluatedFails() throws IOException {
        cities("Peru?,Quito,Lima,B\nChad?,Lima,Oslo,D\n");
        audit().haveExactly(
                        1,
                        event(
                                displayName("cities: audit of the data"),
                                finishedWithFailure(
                                        message(text -> text.startsWith("cities has items that can't be evaluated: ")
                                                && text.contains("items.csv line 3: gold is 'D'; legal: A, B")))));
    }

    private ListAssert<Event> audit() {
        return run.with("suite", folder.resolve("mine").toString())
                .execute()
                .testEvents()
                .assertThatEvents();
    }

    private void cities(String rows) throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/suite.yaml"), SUITE);
        Files.writeString(folder.resolve("mine/items.csv"), "question,A,B,answer\n" + rows);
    }
}
