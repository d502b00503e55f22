package dev.touchstone.reference.generate;

import dev.touchstone.model.GenerateResponse;
import dev.touchstone.reference.llama.LogProbabilities;
import dev.touchstone.reference.llama.PrefixTree;
import dev.touchstone.reference.llama.Sequence;
import org.jspecify.annotations.Nullable;

/** A text being generated and its place in a tree, which it has as long as it isn't finished. */
final class GeneratingText {

    private final Generation generation;
    private final Prompt prompt;
    private @Nullable Sequence sequence;
    private int computed;
    private double nanos;

    GeneratingText(Generation generation, Prompt prompt) {
        this.generation = generation;
        this.prompt = prompt;
    }

    boolean isFinished() {
        return generation.isFinished();
    }

    void addTo(PrefixTree tree) {
        sequence = tree.add(prompt.tokens());
    }

    /** Its tokens so far; only when it is in a tree. */
    Sequence sequence() {
        if (sequence == null) {
            throw new IllegalStateException("the text is in no tree");
        }
        return sequence;
    }

    /** Tokens that are to be computed before the next one can be chosen. */
    int missing() {
        return sequence().length() - sequence().ready();
    }

    /** Takes what a step did for it: positions computed, and its part of the step's time. */
    void addStep(int positions, double nanosPart) {
        computed += positions;
        nanos += nanosPart;
    }

    /** Chooses the next token; afterwards the text is finished, or longer by it. */
    void add(LogProbabilities after, PrefixTree tree) {
        generation.add(after, Math.round(nanos));
        if (isFinished()) {
            removeFrom(tree);
        } else {
            tree.append(sequence(), generation.lastToken());
        }
    }

    void removeFrom(PrefixTree tree) {
        if (sequence != null) {
            tree.release(sequence);
            sequence = null;
        }
    }

    /** The answer; only when finished. */
    GenerateResponse response() {
        return generation.response(prompt, computed, Math.round(nanos));
    }
}
