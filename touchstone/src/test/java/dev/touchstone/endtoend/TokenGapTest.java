package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.testing.TinyModels;
import dev.touchstone.run.Models;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenGapTest {

    @TempDir
    Path folder;

    @Test
    void findsTheFirstTokenThatDiffersAndHowNearTheTwoBestAreThere() {
        String model = "gguf:" + TinyModels.gguf(folder.resolve("tiny.gguf"), 7);
        try (InspectableModel tiny = (InspectableModel) Models.load().open(model, ModelOptions.defaults())) {
            Tokenizer tokenizer = tiny.tokenizer();
            int same = tokenizer.encode("xy", false).length;
            TokenGap gap = TokenGap.of(tiny, "ab", "xyzz", "xyab");
            int[] seen = IntStream.concat(
                            IntStream.of(tokenizer.encode("ab", true)), IntStream.of(tokenizer.encode("xy", false)))
                    .toArray();
            float[] logits = tiny.logits(TokenFeed.whole(seen))[seen.length - 1];
            double best = Double.NEGATIVE_INFINITY;
            double second = Double.NEGATIVE_INFINITY;
            for (float logit : logits) {
                second = Math.max(second, Math.min(best, logit));
                best = Math.max(best, logit);
            }
            assertThat(gap.index()).isEqualTo(same);
            assertThat(gap.gap()).isCloseTo(best - second, within(1e-12)).isPositive();
            assertThat(gap)
                    .hasToString("token " + same + " is the first to differ, the two best are "
                            + String.format(java.util.Locale.ROOT, "%.2e", best - second) + " apart");
        }
    }
}
