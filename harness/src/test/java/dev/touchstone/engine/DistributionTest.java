package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Divergence;
import dev.touchstone.result.DistributionComparison;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.RunResult;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variants are compared by their distributions at the positions that were scored. */
class DistributionTest {

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void writeData() {
        run = EngineRun.in(folder).with("suite", "colours/red").with("precision", "native,low");
    }

    /** The fake model has one position before all four choices; its logits are 0, s, 2s, 3s, and 3s, 2s, s, 0 in precision low. */
    @Test
    void whatChoicesShareIsComparedOnce() {
        run.execute();
        RunResult result = RecordingReport.latest();
        DistributionComparison comparison = result.distributions().get(0);
        assertThat(result.distributions()).hasSize(1);
        assertThat(comparison.items()).isEqualTo(6);
        assertThat(comparison.positions()).isEqualTo(6);
        double[] expected = items(result).stream()
                .mapToDouble(item -> Divergence.kl(logs(item, false), logs(item, true)))
                .toArray();
        assertThat(comparison.divergence().value())
                .isCloseTo(Arrays.stream(expected).average().orElseThrow(), within(1e-12));
        assertThat(comparison.percentiles().get(1.0))
                .isCloseTo(Arrays.stream(expected).max().orElseThrow(), within(1e-12));
    }

    @Test
    void onlyTokensOfTheRightChoiceCountForPerplexity() {
        run.execute();
        RunResult result = RecordingReport.latest();
        DistributionComparison comparison = result.distributions().get(0);
        double[] expected = items(result).stream()
                .mapToDouble(item -> logs(item, false)[gold(item)] - logs(item, true)[gold(item)])
                .toArray();
        assertThat(comparison.logPerplexityRatio().n()).isEqualTo(6);
        assertThat(comparison.logPerplexityRatio().value())
                .isCloseTo(Arrays.stream(expected).average().orElseThrow(), within(1e-12));
    }

    @Test
    void aVariantIsNoDistanceFromItself() {
        run.with("precision", "native,fp16").execute();
        DistributionComparison comparison =
                RecordingReport.latest().distributions().get(0);
        assertThat(comparison.divergence().value()).isZero();
        assertThat(comparison.sameTop().value()).isEqualTo(1);
        assertThat(comparison.perplexityRatio()).isEqualTo(1);
        assertThat(comparison.gainRms()).isZero();
    }

    @Test
    void oneVariantIsComparedWithNothing() throws IOException {
        run.with("precision", "native").execute();
        assertThat(RecordingReport.latest().distributions()).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatWasOnlyNeededToCompareIsDeleted() throws IOException {
        run.execute();
        assertThat(kept()).isEmpty();
    }

    @Test
    void logitsOfAllVariantsCanBeKept() throws IOException {
        run.with("logits", "keep").execute();
        assertThat(kept())
                .containsExactly(
                        "logits-colours-low.csv",
                        "logits-colours-low.f32",
                        "logits-colours-native.csv",
                        "logits-colours-native.f32");
        RunResult result = RecordingReport.latest();
        ItemResult second = items(result).get(1);
        Path csv = result.run().folder().resolve("logits-colours-low.csv");
        assertThat(Files.readAllLines(csv, StandardCharsets.UTF_8))
                .hasSize(7)
                .startsWith("vocabulary,item,position,row,right tokens", "4,colours/red#0,0,0,0")
                .contains("4,colours/red#1,0,1,1");
        ByteBuffer rows = ByteBuffer.wrap(Files.readAllBytes(csv.resolveSibling("logits-colours-low.f32")))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(rows.capacity()).isEqualTo(6 * 4 * 4);
        assertThat(rows.getFloat(16)).isEqualTo((float) scale(second) * 3);
    }

    @Test
    void withoutLogitsNothingIsCompared() {
        run.with("logits", "off").execute();
        assertThat(RecordingReport.latest().distributions()).isEmpty();
        assertThat(RecordingReport.latest().comparisons()).hasSize(1);
    }

    /** The base's logits went with the run that was interrupted. */
    @Test
    void whatAnInterruptedRunEvaluatedIsNotCompared() throws IOException {
        run.execute();
        RunResult whole = RecordingReport.latest();
        Path low = whole.suites().get(1).itemsFile();
        Files.writeString(low, Files.readAllLines(low).get(0) + "\n", StandardCharsets.UTF_8);
        Path state = whole.run().folder().resolve("run.json");
        Files.writeString(
                state,
                Files.readString(state).replace("\"finished\":true", "\"finished\":false"),
                StandardCharsets.UTF_8);
        run.execute();
        assertThat(RecordingReport.latest().distributions()).isEmpty();
        assertThat(RecordingReport.latest().comparisons()).hasSize(1);
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(RecordingReport.latest().run().folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("logits-"))
                    .sorted()
                    .toList();
        }
    }

    private static List<ItemResult> items(RunResult result) {
        return result.suites().get(0).subjects().get(0).items();
    }

    private static int gold(ItemResult item) {
        return ((Chosen) item.finding()).gold();
    }

    private static int scale(ItemResult item) {
        return item.tokens().prompt() % 3;
    }

    private static double[] logs(ItemResult item, boolean low) {
        double[] logs = new double[4];
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            logs[i] = scale(item) * (low ? 3 - i : i);
            sum += StrictMath.exp(logs[i]);
        }
        for (int i = 0; i < 4; i++) {
            logs[i] -= StrictMath.log(sum);
        }
        return logs;
    }
}
