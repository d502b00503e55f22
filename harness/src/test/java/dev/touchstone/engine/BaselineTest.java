package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.result.RunResult;
import dev.touchstone.result.Verdict;
import dev.touchstone.testing.ColourSuites;
import dev.touchstone.testing.FakeModelProvider;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    @TempDir
    Path folder;

    private EngineRun run;
    private Path baseline;

    @BeforeEach
    void recordABaseline() {
        baseline = folder.resolve("kept/baseline.json");
        run = EngineRun.in(folder)
                .with("suite", "colours/red")
                .with("baseline", baseline.toString())
                .with("gate.accept", "true");
        run.execute();
        run.without("gate.accept");
    }

    @Test
    void aRecordedBaselineHoldsALineForEachItemAndNoTextOfTheData() throws IOException {
        String text = Files.readString(baseline);
        assertThat(text).startsWith("{\"touchstoneBaseline\":1,\n\"run\":{\"id\":\"2");
        assertThat(text.lines().filter(line -> line.startsWith("{\"id\":\"colours/red#")))
                .hasSize(6);
        assertThat(text).contains("\"gold\":\"1\",\"answer\":\"1\",\"outcome\":\"correct\",\"scores\":{\"acc\":1.0,");
        assertThat(text).doesNotContain("question");
    }

    @Test
    void aResultsFileItsFolderAnIdAndLatestAreBaselinesToo() throws IOException {
        RunResult earlier = asIfReported();
        Path results = earlier.run().folder().resolve("results.json");
        for (String name : new String[] {
            results.toString(), results.getParent().toString(), earlier.run().id(), "latest", "latest#native"
        }) {
            run.with("baseline", name).execute();
            assertThat(RecordingReport.latest().gates()).as(name).hasSize(1);
            assertThat(RecordingReport.latest().gates().get(0).baseline().run())
                    .isEqualTo(earlier.run().id());
        }
    }

    @Test
    void aBaselineThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
        assertThat(run.with("baseline", "absent").issues())
                .containsExactly("baseline 'absent' was not found: there is no such file, and "
                        + folder.resolve("output") + " has no finished run; run once with -Dgate.accept=true and "
                        + "-Dbaseline=FILE.json to record one");
        RunResult earlier = asIfReported();
        assertThat(run.issues().get(0))
                .contains(
                        " has, newest first, the finished runs " + earlier.run().id() + "; run once");
    }

    @Test
    void otherItemsAreRefusedBeforeTheModelIsAskedAnything() {
        int before = FakeModelProvider.ANSWERED.get();
        refused(
                run.with("limit", "2"),
                "colours native can't be compared with the baseline: the items differ: 0 of this run's 2 are not in "
                        + "the baseline, and 4 of the baseline's 6 are not in this run (colours/red#2, colours/red#3, "
                        + "colours/red#4, ...); evaluate the same items, pass -Dgate.items=common to compare the 2 that "
                        + "both have, or record a new baseline with -Dgate.accept=true");
        assertThat(FakeModelProvider.ANSWERED.get()).isEqualTo(before);
    }

    @Test
    void otherPromptsAreRefused() {
        refused(
                run.with("shots", "2"),
                "colours native can't be compared with the baseline: the prompts of 1 items differ from the baseline's "
                        + "(colours/red#0); the baseline has 0 shots and this run 2; evaluate with the same data, shots, "
                        + "form and version, or record a new baseline with -Dgate.accept=true");
    }

    @Test
    void otherPromptsOfLaterItemsAreRefusedWhenTheyAreKnown() throws IOException {
        rewrite(baseline, "(colours/red#3\",\"promptSha256\":\")...", "$1000");
        run.execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("gate regression: colours native"),
                                finishedWithFailure(message("REFUSED: not judged: the prompts of 1 items differ from "
                                        + "the baseline's (colours/red#3); evaluate with the same data, shots, form and "
                                        + "version, or record a new baseline with -Dgate.accept=true"))));
        assertThat(RecordingReport.latest().gates().get(0).verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void otherDataAreRefused() throws IOException {
        rewrite(ColourSuites.file(folder.resolve("data"), "colours", "red"), "z,A\n", "z,B\n");
        refusedStarting(run, "colours native can't be compared with the baseline: the data differ: SHA-256 ");
        run.with("gate.items", "common").with("suite", "colours").execute();
        assertThat(RecordingReport.latest().gates().get(0).evidence())
                .contains("with other gold for 2 items (colours/red#0, colours/red#4)");
    }

    @Test
    void anotherSuiteOrVariantIsRefusedWithThoseThereAre() {
        refusedStarting(
                run.with("suite", "shapes"),
                "shapes native can't be compared with the baseline: the baseline '" + baseline + "' (run ");
        refusedStarting(
                run.with("suite", "colours/red").with("baseline", baseline + "#fp32"),
                "colours native can't be compared with the baseline: the baseline '" + baseline + "' (run ");
    }

    @Test
    void aDamagedBaselineNamesItself() throws IOException {
        Files.writeString(baseline, "{\"half\":", StandardCharsets.UTF_8);
        refusedStarting(
                run, "baseline " + baseline + " is neither a results.json nor a recorded baseline, or is damaged: ");
        RunResult earlier = asIfReported();
        rewrite(earlier.suites().get(0).itemsFile(), "\\{\"id\":\"colours/red#1\"", "{\"id\"");
        refused(
                run.with("baseline", earlier.run().id()),
                "the baseline's items file " + earlier.suites().get(0).itemsFile()
                        + " is damaged at line 2; take another baseline");
    }

    private static void refused(EngineRun run, String why) {
        run.execute().allEvents().assertThatEvents().haveExactly(1, event(finishedWithFailure(message(why))));
    }

    private static void refusedStarting(EngineRun run, String why) {
        run.execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(text -> text.startsWith(why)))));
    }

    /** The newest run with what the module for reports would have written of it. */
    private static RunResult asIfReported() throws IOException {
        RunResult run = RecordingReport.latest();
        Files.writeString(run.run().folder().resolve("results.json"), """
                {"schema":1,"run":{"id":"ID","started":"STARTED","model":"fake:","modelFingerprint":"sha256:00","harnessVersion":"0.1.0"},
                "suites":[{"suite":"colours","data":"folder","dataSha256":"DATA","variant":{"precision":"native"},"shots":0,
                "mode":"loglikelihood","status":"completed","itemsFile":"items-colours-native.jsonl"}],"gates":[]}
                """.replace(
                        "ID", run.run().id())
                .replace("STARTED", run.run().started().toString())
                .replace("DATA", run.suites().get(0).dataSha256()));
        return run;
    }

    private static void rewrite(Path file, String pattern, String replacement) throws IOException {
        String before = Files.readString(file);
        String after = before.replaceAll(pattern, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after, StandardCharsets.UTF_8);
    }
}
