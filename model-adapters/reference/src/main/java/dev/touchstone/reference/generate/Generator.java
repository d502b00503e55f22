package dev.touchstone.reference.generate;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.llama.PrefixTree;
import dev.touchstone.reference.tokenizer.TextEncoder;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Generates texts, several at a time, on a tree that others may use in between. For one thread. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Generator {

    private final PrefixTree tree;
    private final Tokenizer tokenizer;
    private final TextEncoder encoder;

    /** Generates with a model's tree. */
    public Generator(PrefixTree tree, Tokenizer tokenizer) {
        this.tree = tree;
        this.tokenizer = tokenizer;
        this.encoder = new TextEncoder(tokenizer);
    }

    /**
     * Generates a text for each request and answers in their order.
     *
     * @throws ModelException if the tokens to generate leave no room for a context, the tokenizer has no token for an empty context, the
     *     model's output is not a number, or memory is too small; requests before the one in question are answered
     */
    public void generate(List<GenerateRequest> requests, AnswerListener<GenerateResponse> listener) {
        new GenerationRun(tree, requests, this::begin).run(listener);
    }

    private GeneratingText begin(GenerateRequest request) {
        Generation generation = new Generation(request, tokenizer);
        Prompt prompt = Prompt.of(encoder.encodePrompt(request.context()), request.maxTokens(), tree.contextLength());
        return new GeneratingText(generation, prompt);
    }
}
