package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;

import dev.touchstone.hardware.Capability.Verdict;
import dev.touchstone.result.HardwareResult;
import dev.touchstone.result.RunResult;
import dev.touchstone.testing.FakeModelProvider;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hardware decides which variants run. */
class HardwareTest {

    private static final String REASON =
            "v100-32gb does not run bf16: no bf16 arithmetic: the compute capability is 7.0, and that"
                    + " begins with 8.0";

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void writeData() {
        run = EngineRun.in(folder).with("suite", "colours/red");
    }

    @Test
    void theProcessorRunsEverything() {
        run.with("precision", "native,bf16").execute();
        HardwareResult hardware = RecordingReport.latest().hardware();
        assertThat(hardware.profile().name()).isEqualTo("host");
        assertThat(hardware.skipped()).isEmpty();
        assertThat(hardware.variants())
                .as("the run itself took this kernel")
                .extracting(HardwareResult.Variant::kernel)
                .containsOnly("standard");
        assertThat(RecordingReport.latest().suites()).hasSize(2);
    }

    @Test
    void whatTheHardwareDoesNotRunIsSkippedWithTheReason() {
        run.with("precision", "fp16,bf16,low")
                .with("profile", "v100-32gb")
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(displayName("bf16"), skippedWithReason(REASON)));
        RunResult result = RecordingReport.latest();
        assertThat(result.suites())
                .extracting(suite -> suite.variant().precision())
                .containsExactly("fp16", "low");
        assertThat(result.hardware().skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.suite().id()).isEqualTo("colours");
            assertThat(skipped.variant().precision()).isEqualTo("bf16");
            assertThat(skipped.planned()).isEqualTo(6);
            assertThat(skipped.reason()).isEqualTo(REASON);
        });
        assertThat(result.hardware().variants())
                .extracting(variant -> variant.capability().verdict())
                .containsExactly(Verdict.ALLOWED, Verdict.REFUSED, Verdict.EMULATED);
        assertThat(result.hardware().variants().get(1).undefined()).isEqualTo("it did not run");
    }

    @Test
    void aKernelThatTheHardwareHasNotIsSkipped() {
        run.with("precision", "fp16")
                .with("kernel", "flash")
                .with("profile", "v100-32gb")
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("fp16"),
                                skippedWithReason(
                                        "v100-32gb does not run fp16 with the kernel flash: no FlashAttention: the compute"
                                                + " capability is 7.0, and that begins with 7.5; take the kernel standard")));
    }

    @Test
    void theFirstVariantThatRunsIsWhatOthersAreComparedWith() {
        run.with("precision", "bf16,fp16,low").with("profile", "v100-32gb").execute();
        assertThat(RecordingReport.latest().comparisons())
                .singleElement()
                .satisfies(comparison ->
                        assertThat(comparison.baseline().variant().precision()).isEqualTo("fp16"));
    }

    @Test
    void aRunOfWhichNothingIsAllowedStillHasAResult() {
        run.with("precision", "bf16").with("profile", "v100-32gb").execute();
        assertThat(RecordingReport.latest().suites()).isEmpty();
        assertThat(RecordingReport.latest().hardware().skipped()).hasSize(1);
        assertThat(RecordingReport.latest().comparisons()).isEmpty();
    }

    @Test
    void aSkippedVariantLeavesNoRunToContinue() throws IOException {
        run.with("precision", "fp16,bf16").with("profile", "v100-32gb").execute();
        Path state = RecordingReport.latest().run().folder().resolve("run.json");
        assertThat(Files.readString(state, StandardCharsets.UTF_8)).contains("\"finished\":true");
    }

    /** The fake model says that its weights take 4 bytes. */
    @Test
    void weightsThatDoNotFitAreSkipped() throws IOException {
        Path small = Files.writeString(folder.resolve("small.yaml"), """
                title: A small one
                architecture: "9.0"
                memory: {value: 0.000000002, unit: GB, source: none, confidence: stated}
                """, StandardCharsets.UTF_8);
        run.with("precision", "native,low").with("profile", small.toString()).execute();
        assertThat(RecordingReport.latest().hardware().skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.reason())
                        .isEqualTo("small has 0.0 GB, and the weights alone take 0.0 GB as native"));
        assertThat(RecordingReport.latest().suites())
                .extracting(suite -> suite.variant().precision())
                .containsExactly("low");
        assertThat(FakeModelProvider.OPEN).isEmpty();
    }

    @Test
    void aModelWithoutAShapeHasNoEstimate() {
        run.with("profile", "h100-80gb").execute();
        HardwareResult.Variant variant =
                RecordingReport.latest().hardware().variants().get(0);
        assertThat(variant.estimate()).isNull();
        assertThat(variant.undefined()).isEqualTo("the model does not tell its shape");
    }

    @Test
    void anUnknownProfileIsFoundBeforeAnythingRuns() {
        assertThat(run.with("profile", "h100-80").issues())
                .singleElement()
                .asString()
                .startsWith("unknown hardware profile 'h100-80'; did you mean 'h100-80gb'? legal: host, auto, ");
    }
}
