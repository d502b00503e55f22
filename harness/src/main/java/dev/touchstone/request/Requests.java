package dev.touchstone.request;

import dev.touchstone.config.Asking.Decoding;
import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.RollingRequest;
import dev.touchstone.model.RollingRequest.Start;
import dev.touchstone.model.RollingRequest.Windows;
import dev.touchstone.model.Sampling;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.suites.Task.Generation;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Turns prompts into requests. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Requests {

    /** The length that published perplexities of llama.cpp have. */
    private static final int WINDOW_TOKENS = 512;

    private Requests() {}

    /**
     * The requests of a multiple-choice prompt: one for each choice, in their order. They share the prompt, and prompts of a subject share
     * its shots, so in the items' order requests with a common beginning are neighbours.
     */
    public static List<LoglikelihoodRequest> choices(Prompt prompt) {
        return IntStream.range(0, prompt.continuations().size())
                .mapToObj(i -> new LoglikelihoodRequest(
                        prompt.context(i), prompt.continuations().get(i)))
                .toList();
    }

    /** The same continuations with no prompt before them: how probable each choice is by itself. */
    public static List<LoglikelihoodRequest> withoutPrompt(Prompt prompt) {
        return prompt.continuations().stream()
                .map(continuation -> new LoglikelihoodRequest("", continuation))
                .toList();
    }

    /** The requests of a multiple-choice prompt with each choice as one text, from its first token on. */
    public static List<RollingRequest> sequences(Prompt prompt) {
        return IntStream.range(0, prompt.continuations().size())
                .mapToObj(i -> new RollingRequest(
                        prompt.context(i) + prompt.continuations().get(i), Start.FIRST_TOKEN))
                .toList();
    }

    /** The request of a prompt that is scored as a whole. */
    public static RollingRequest rolling(Prompt prompt) {
        return new RollingRequest(prompt.text());
    }

    /** The request of a prompt of which windows are scored, {@code most} at most. */
    public static RollingRequest windows(Prompt prompt, int most) {
        return new RollingRequest(prompt.text(), new Windows(WINDOW_TOKENS, most));
    }

    /**
     * The requests of a prompt that is answered in the model's own words, one for each text. Where tokens are drawn each text has a seed of its own
     * that depends on the item and on nothing else that runs.
     *
     * @param itemId such as {@code ceval/law#12}
     */
    public static List<GenerateRequest> generation(
            Prompt prompt, Generation generation, Decoding decoding, String itemId) {
        return IntStream.range(0, decoding.repeats())
                .mapToObj(text -> new GenerateRequest(
                        prompt.text(),
                        generation.until(),
                        generation.maximumTokens(),
                        sampling(decoding, itemId + " " + text)))
                .toList();
    }

    private static Sampling sampling(Decoding decoding, String what) {
        return decoding.temperature() == 0
                ? Sampling.greedy()
                : new Sampling(
                        decoding.temperature(), decoding.topK(), decoding.topP(), seed(decoding.seed() + " " + what));
    }

    private static long seed(String text) {
        return Long.parseUnsignedLong(Prompt.sha256(text).substring(0, 16), 16);
    }
}
