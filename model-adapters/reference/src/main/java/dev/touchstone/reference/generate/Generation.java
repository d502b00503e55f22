package dev.touchstone.reference.generate;

import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.GenerateResponse.Finish;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.llama.LogProbabilities;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One text being generated: takes distributions, one after the other, until it is finished. Knows nothing of how they are computed. */
final class Generation {

    private final OptionalInt eos;
    private final int maxTokens;
    private final TokenChooser chooser;
    private final GeneratedText text;
    private @Nullable Finish finish;
    private int lastToken;
    private int tokens;
    private double loglikelihood;
    private OptionalLong firstTokenNanos = OptionalLong.empty();

    Generation(GenerateRequest request, Tokenizer tokenizer) {
        this.eos = tokenizer.eos();
        this.maxTokens = request.maxTokens();
        this.chooser = new TokenChooser(request.sampling());
        this.text = new GeneratedText(tokenizer, until(request, tokenizer));
        this.finish = maxTokens == 0 ? Finish.MAX_TOKENS : null;
    }

    /** The written-out EOS is a stop string too (lm-evaluation-harness's {@code handle_stop_sequences}). */
    private static List<String> until(GenerateRequest request, Tokenizer tokenizer) {
        List<String> until = new ArrayList<>(request.until());
        tokenizer.eos().ifPresent(token -> {
            String written = new String(tokenizer.decode(new int[] {token}), StandardCharsets.UTF_8);
            if (!written.isEmpty()) {
                until.add(written);
            }
        });
        return until;
    }

    /**
     * Chooses the next token; not to be called when finished.
     *
     * @param nanos time spent on this text so far
     */
    void add(LogProbabilities after, long nanos) {
        if (Double.isNaN(after.of(after.mostProbable()))) {
            throw new ModelException("the model's output after " + tokens
                    + " generated tokens is not a number; its weights are damaged, or overflow in fp32");
        }
        lastToken = chooser.choose(after);
        loglikelihood += after.of(lastToken);
        tokens++;
        if (tokens == 1) {
            firstTokenNanos = OptionalLong.of(nanos);
        }
        finish = finishAfter(lastToken);
    }

    private @Nullable Finish finishAfter(int token) {
        if (eos.isPresent() && eos.getAsInt() == token) {
            return Finish.END_OF_SEQUENCE;
        }
        text.add(token);
        if (text.isStopped()) {
            return Finish.STOP_STRING;
        }
        return tokens == maxTokens ? Finish.MAX_TOKENS : null;
    }

    boolean isFinished() {
        return finish != null;
    }

    /** The token chosen last, which the next distribution follows. */
    int lastToken() {
        return lastToken;
    }

    /**
     * The answer; only when finished.
     *
     * @param computed positions that were computed
     * @param nanos time spent
     */
    GenerateResponse response(Prompt prompt, int computed, long nanos) {
        if (finish == null) {
            throw new IllegalStateException("not finished after " + tokens + " tokens");
        }
        return new GenerateResponse(
                text.text(),
                finish,
                prompt.tokens().length,
                tokens,
                prompt.truncated(),
                computed,
                firstTokenNanos,
                nanos,
                loglikelihood);
    }
}
