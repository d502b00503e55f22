package dev.touchstone.reference.generate;

import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.tokenizer.TextEncoder;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Generates texts one after the other on one session, so that a request computes only what it does not share with the one before. For one
 * thread.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Generator {

    private final LlamaSession session;
    private final Tokenizer tokenizer;
    private final TextEncoder encoder;

    /** Generates with a session that others may use in between. */
    public Generator(LlamaSession session, Tokenizer tokenizer) {
        this.session = session;
        this.tokenizer = tokenizer;
        this.encoder = new TextEncoder(tokenizer);
    }

    /**
     * Generates one text.
     *
     * @throws ModelException if the tokens to generate leave no room for a context, the tokenizer has no token for an empty context, or the
     *     model's output is not a number
     */
    public GenerateResponse answer(GenerateRequest request) {
        Generation generation = new Generation(request, tokenizer);
        Prompt prompt =
                Prompt.of(encoder.encodePrompt(request.context()), request.maxTokens(), session.contextLength());
        return generation.response(prompt, run(generation, prompt));
    }

    /** Runs to the end and gives the number of positions computed. */
    private int run(Generation generation, Prompt prompt) {
        if (generation.isFinished()) {
            return 0;
        }
        int computed = session.become(prompt.tokens());
        generation.add(session.after(session.length() - 1));
        while (!generation.isFinished()) {
            generation.add(session.next(generation.lastToken()));
            computed++;
        }
        return computed;
    }
}
