package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.DecoderCounts;
import dev.touchstone.model.DecoderShape;
import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.reference.testing.TinyLlama;
import dev.touchstone.reference.testing.TinyModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference model as the suite {@code sanity} looks into it. */
class InspectionTest {

    @TempDir
    private Path folder;

    private InspectableModel model;

    @BeforeEach
    void open() {
        Path file = TinyModels.gguf(folder.resolve("tiny.gguf"), 1);
        model = (InspectableModel) new GgufModelProvider().open(file.toString(), ModelOptions.defaults());
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void theShapeIsThatOfTheConfiguration() {
        assertThat(model.shape()).isEqualTo(new DecoderShape(2, 64, 4, 2, 16, 96, 300, 128, false));
    }

    @Test
    void theRoundoffIsThatOfTheActivations() {
        assertThat(model.roundoff()).isEqualTo(0x1p-24);
        Path file = folder.resolve("tiny.gguf");
        ModelOptions int4 = ModelOptions.defaults().in("int4");
        try (InspectableModel quantized = (InspectableModel) new GgufModelProvider().open(file.toString(), int4)) {
            assertThat(quantized.roundoff()).isEqualTo(0x1p-8);
        }
    }

    /** Counted in the arrays that the file was written from. */
    @Test
    void countsAreThoseOfTheArraysThatWereWritten() {
        TinyLlama written = TinyModels.llama(1);
        long parameters = written.weights().values().stream()
                .mapToLong(values -> values.length)
                .sum();
        long multiplied = written.weights().entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith("norm.weight")
                        && !entry.getKey().startsWith("token_embd"))
                .mapToLong(entry -> entry.getValue().length)
                .sum();

        assertThat(model.counts()).isEqualTo(new DecoderCounts(parameters, multiplied, 2 * 2 * 2 * 16));
    }

    @Test
    void logitsAreThoseThatRequestsAreAnsweredWith() {
        int[] tokens = model.tokenizer().encode("the cat sat on", true);
        int[] all = model.tokenizer().encode("the cat sat on the", true);
        float[][] logits = model.logits(TokenFeed.whole(all));
        List<LoglikelihoodResponse> answers = new ArrayList<>();
        model.loglikelihoods(
                List.of(new LoglikelihoodRequest("the cat sat on", " the")), (i, answer) -> answers.add(answer));

        double expected = 0;
        for (int i = tokens.length; i < all.length; i++) {
            expected += logProbability(logits[i - 1], all[i]);
        }
        assertThat(answers.get(0).loglikelihood()).isCloseTo(expected, within(1e-5));
    }

    @Test
    void partsAndPositionsAreTakenAsTheFeedSays() {
        int[] tokens = {9, 8, 7, 6, 5, 4, 3};
        float[][] whole = model.logits(TokenFeed.whole(tokens));

        assertThat(model.logits(TokenFeed.inSteps(tokens, 3))).isDeepEqualTo(whole);
        float[][] moved = model.logits(TokenFeed.whole(tokens).from(100));
        assertThat(moved[6]).containsExactly(whole[6], within(1e-4f)).isNotEqualTo(whole[6]);
    }

    @Test
    void anUntrainedModelHasTheShapeAndOtherWeights() {
        TokenFeed feed = TokenFeed.whole(1, 2, 3);
        try (InspectableModel untrained = model.untrained(1);
                InspectableModel again = model.untrained(1);
                InspectableModel other = model.untrained(2)) {
            assertThat(untrained.shape()).isEqualTo(model.shape());
            assertThat(untrained.description().name())
                    .isEqualTo(model.description().name() + " (untrained)");
            assertThat(untrained.logits(feed)).isDeepEqualTo(again.logits(feed));
            assertThat(Arrays.equals(untrained.logits(feed)[2], other.logits(feed)[2]))
                    .isFalse();
        }
        assertThat(model.logits(feed)).hasDimensions(3, 300);
    }

    @Test
    void aClosedModelCantBeLookedInto() {
        model.close();

        assertThatThrownBy(() -> model.logits(TokenFeed.whole(1)))
                .isInstanceOf(ModelException.class)
                .hasMessageEndingWith("is closed; open it again");
        assertThatThrownBy(() -> model.untrained(1)).isInstanceOf(ModelException.class);
    }

    @Test
    void aFeedHasTokensInEveryPart() {
        assertThatThrownBy(() -> new TokenFeed(List.of(new int[] {1}, new int[0]), 0))
                .hasMessage("a part of the feed has no token; leave it out");
        assertThatThrownBy(() -> TokenFeed.whole(1).from(-1)).hasMessage("firstPosition must be at least 0, but is -1");
    }

    private static double logProbability(float[] logits, int token) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit);
        }
        return logits[token] - Math.log(sum);
    }
}
