package dev.touchstone.reference;

import dev.touchstone.model.DecoderCounts;
import dev.touchstone.model.DecoderShape;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.llama.LogProbabilities;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.Arrays;

/** Looks into a Llama. Each computation has a session of its own, so nothing is taken from an earlier one. */
final class LlamaInspection {

    private final Llama llama;

    LlamaInspection(Llama llama) {
        this.llama = llama;
    }

    DecoderShape shape() {
        LlamaConfig config = llama.config();
        return new DecoderShape(
                config.layers(),
                config.width(),
                config.heads(),
                config.keyValueHeads(),
                config.headSize(),
                config.feedForward(),
                config.vocabulary(),
                config.contextLength(),
                config.tiedEmbeddings());
    }

    double roundoff() {
        return llama.precision().activations().roundoff();
    }

    DecoderCounts counts() {
        return new DecoderCounts(
                llama.parameters(),
                llama.multipliedWeights(),
                llama.newSession().cachedNumbers());
    }

    float[][] logits(TokenFeed feed) {
        LlamaSession session = llama.newSession(feed.firstPosition());
        int[] tokens = feed.tokens();
        int length = 0;
        for (int[] part : feed.parts()) {
            length += part.length;
            session.become(Arrays.copyOf(tokens, length));
        }
        return Arrays.stream(session.after(0, length))
                .map(LlamaInspection::logits)
                .toArray(float[][]::new);
    }

    double[][] attentionScores(TokenFeed feed) {
        return llama.newSession(feed.firstPosition()).attentionScores(feed.tokens());
    }

    private static float[] logits(LogProbabilities after) {
        float[] logits = new float[after.vocabulary()];
        for (int token = 0; token < logits.length; token++) {
            logits[token] = after.logit(token);
        }
        return logits;
    }
}
