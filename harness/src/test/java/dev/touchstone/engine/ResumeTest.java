package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.result.RunResult;
import dev.touchstone.testing.FakeModelProvider;
import dev.touchstone.testing.MeasuredSuites;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeTest {

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void writeData() {
        run = EngineRun.in(folder).with("suite", "colours/red");
    }

    @ParameterizedTest
    @CsvSource({"pages, 1, 1", "marks/scale, 2, 9"})
    void whatWasMeasuredIsTakenOver(String suite, int kept, int missing) throws IOException {
        MeasuredSuites.write(folder.resolve("data"));
        run.with("suite", suite);
        RunResult whole = execute();
        String expected = itemsWithoutTiming(whole);
        interruptAfter(whole, kept, "{\"id\":");
        int before = FakeModelProvider.ANSWERED.get();
        RunResult resumed = execute();
        assertThat(FakeModelProvider.ANSWERED.get() - before).isEqualTo(missing);
        assertThat(itemsWithoutTiming(resumed)).isEqualTo(expected);
        assertThat(resumed.suites().get(0).metrics())
                .isEqualTo(whole.suites().get(0).metrics());
    }

    @Test
    void aLineThatWasNotMeasuredAndHasNoOutcomeIsDamaged() throws IOException {
        RunResult first = execute();
        interruptAfter(first, 4, "");
        Path items = first.suites().get(0).itemsFile();
        Files.writeString(
                items, Files.readString(items).replaceFirst(",\"outcome\":\"wrong\"", ""), StandardCharsets.UTF_8);
        run.execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message("the items file " + items
                                + " is damaged at line 1, so its run can't be continued; "
                                + "delete its folder, or pass -Dresume=false"))));
    }

    @Test
    void anInterruptedRunGoesOnWhereItStopped() throws IOException {
        RunResult whole = execute();
        String expected = itemsWithoutTiming(whole);
        interruptAfter(whole, 4, "{\"id\":\"colours/red#4\",\"sui");
        int before = FakeModelProvider.ANSWERED.get();
        RunResult resumed = execute();
        assertThat(FakeModelProvider.ANSWERED.get() - before).isEqualTo(2 * 4);
        assertThat(resumed.run().id()).isEqualTo(whole.run().id());
        assertThat(itemsWithoutTiming(resumed)).isEqualTo(expected);
    }

    @Test
    void aFinishedRunIsNotContinued() {
        RunResult first = execute();
        assertThat(execute().run().id()).isNotEqualTo(first.run().id());
    }

    @Test
    void otherSettingsBeginAnotherRun() throws IOException {
        RunResult first = execute();
        interruptAfter(first, 4, "");
        run.with("shots", "1");
        assertThat(execute().run().id()).isNotEqualTo(first.run().id());
    }

    @Test
    void resumeCanBeTurnedOff() throws IOException {
        RunResult first = execute();
        interruptAfter(first, 4, "");
        run.with("resume", "false");
        assertThat(execute().run().id()).isNotEqualTo(first.run().id());
    }

    @Test
    void anItemThatEndedInAnErrorIsTriedAgain() throws IOException {
        RunResult first = execute();
        interruptAfter(first, 5, "");
        Path items = first.suites().get(0).itemsFile();
        String failed = Files.readString(items)
                .replaceFirst("\"outcome\":\"wrong\"", "\"outcome\":\"error\",\"error\":\"too long\"");
        Files.writeString(items, failed, StandardCharsets.UTF_8);
        int before = FakeModelProvider.ANSWERED.get();
        RunResult resumed = execute();
        assertThat(FakeModelProvider.ANSWERED.get() - before).isEqualTo(2 * 4);
        assertThat(resumed.suites().get(0).outcomes().error()).isZero();
        assertThat(Files.readAllLines(items)).hasSize(6);
    }

    @Test
    void aDamagedJournalNamesItsLine() throws IOException {
        RunResult first = execute();
        interruptAfter(first, 4, "");
        Path items = first.suites().get(0).itemsFile();
        List<String> lines = Files.readAllLines(items);
        Files.writeString(items, lines.get(0) + "\n{\"id\":\n" + lines.get(2) + "\n", StandardCharsets.UTF_8);
        run.execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message("the items file " + items
                                + " is damaged at line 2, so its run can't be continued; "
                                + "delete its folder, or pass -Dresume=false"))));
    }

    @Test
    void latestPointsToTheNewestRun() throws IOException {
        execute();
        RunResult second = execute();
        assertThat(folder.resolve("output/latest").toRealPath())
                .isEqualTo(second.run().folder().toRealPath());
    }

    private RunResult execute() {
        run.execute();
        return RecordingReport.latest();
    }

    /** Leaves the run as a killed JVM would: some whole lines, a torn one, and a run that is not finished. */
    private static void interruptAfter(RunResult result, int items, String torn) throws IOException {
        Path file = result.suites().get(0).itemsFile();
        String kept = String.join("\n", Files.readAllLines(file).subList(0, items)) + "\n" + torn;
        Files.writeString(file, kept, StandardCharsets.UTF_8);
        Path state = result.run().folder().resolve("run.json");
        Files.writeString(
                state,
                Files.readString(state).replace("\"finished\":true", "\"finished\":false"),
                StandardCharsets.UTF_8);
    }

    private static String itemsWithoutTiming(RunResult result) throws IOException {
        return Files.readString(result.suites().get(0).itemsFile()).replaceAll(",\"timing\":\\{[^}]*}", "");
    }
}
