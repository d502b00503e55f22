package dev.touchstone.reference.generate;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.ModelException;
import dev.touchstone.reference.llama.Outputs;
import dev.touchstone.reference.llama.PrefixTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Generates the texts of a list of requests with continuous batching (Yu et al. 2022): each step computes the next token of all texts that are
 * being written, so that weights are read once for all; when one is finished the next request takes its place, and its prompt is read along.
 */
final class GenerationRun {

    /** Texts written at a time: more are hardly faster, because then multiplying takes longer than reading the weights. */
    private static final int TOGETHER = Outputs.LIMIT;

    /** Tokens of memory kept free for each text that is being written before another one is begun. */
    private static final int RESERVE = 64;

    private final PrefixTree tree;
    private final Outputs outputs;
    private final List<GenerateRequest> requests;
    private final Function<GenerateRequest, GeneratingText> beginning;
    /** Not answered yet, in the requests' order. */
    private final Deque<GeneratingText> open = new ArrayDeque<>();
    /** Not finished yet, in the requests' order. */
    private final List<GeneratingText> writing = new ArrayList<>();

    private @Nullable GeneratingText waitsForMemory;
    private int begun;
    private int answered;
    private @Nullable RuntimeException failure;

    /** @param beginning prepares a request; may throw, which is passed on when all requests before are answered */
    GenerationRun(
            PrefixTree tree, List<GenerateRequest> requests, Function<GenerateRequest, GeneratingText> beginning) {
        this.tree = tree;
        this.outputs = tree.newOutputs();
        this.requests = requests;
        this.beginning = beginning;
    }

    /** Answers the requests, until all are answered, one can't be, or the listener wants no more. */
    void run(AnswerListener<GenerateResponse> listener) {
        try {
            begin();
            while (!open.isEmpty() && !listener.cancelled()) {
                step();
                answer(listener);
                begin();
            }
        } catch (RuntimeException | Error e) {
            tree.clear();
            throw e;
        } finally {
            writing.forEach(text -> text.removeFrom(tree));
            if (waitsForMemory != null) {
                waitsForMemory.removeFrom(tree);
            }
        }
        if (failure != null && open.isEmpty() && !listener.cancelled()) {
            throw failure;
        }
    }

    private void begin() {
        while (writing.size() < TOGETHER && failure == null && (waitsForMemory != null || begun < requests.size())) {
            try {
                GeneratingText text = waitsForMemory == null ? prepare(requests.get(begun++)) : waitsForMemory;
                waitsForMemory = hasMemory(text) ? null : text;
                if (waitsForMemory != null) {
                    return;
                }
                open.add(text);
                if (!text.isFinished()) {
                    writing.add(text);
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    private GeneratingText prepare(GenerateRequest request) {
        GeneratingText text = beginning.apply(request);
        if (!text.isFinished()) {
            text.addTo(tree);
        }
        return text;
    }

    private boolean hasMemory(GeneratingText text) {
        return writing.isEmpty() || text.isFinished() || tree.free() >= text.missing() + RESERVE * writing.size();
    }

    /** Computes the rest of the prompts that are being read, as far as they go, and one token more of the other texts. */
    private void step() {
        long start = System.nanoTime();
        List<Part> parts = schedule();
        tree.compute();
        List<GeneratingText> ready = parts.stream()
                .map(Part::text)
                .filter(text -> text.missing() == 0)
                .toList();
        ready.forEach(text -> outputs.add(text.sequence(), text.sequence().length() - 1));
        outputs.compute();
        double nanos = System.nanoTime() - start;
        int rows = parts.stream().mapToInt(Part::rows).sum();
        parts.forEach(part -> part.text.addStep(part.rows, nanos * part.rows / Math.max(1, rows)));
        for (int i = 0; i < ready.size() && writing.contains(ready.get(i)); i++) {
            chooseNext(ready.get(i), i);
        }
        outputs.clear();
    }

    private List<Part> schedule() {
        List<Part> parts = new ArrayList<>();
        for (GeneratingText text : List.copyOf(writing)) {
            try {
                parts.add(new Part(text, tree.schedule(text.sequence())));
            } catch (ModelException e) {
                fail(text, e);
                return parts;
            }
        }
        return parts;
    }

    private void chooseNext(GeneratingText text, int output) {
        try {
            text.add(outputs.get(output), tree);
        } catch (ModelException e) {
            fail(text, e);
        }
        if (text.isFinished()) {
            writing.remove(text);
        }
    }

    /** Gives up a request and those after it. */
    private void fail(GeneratingText text, ModelException e) {
        failure = e;
        GeneratingText last;
        do {
            last = open.removeLast();
            last.removeFrom(tree);
            writing.remove(last);
        } while (last != text);
    }

    private void answer(AnswerListener<GenerateResponse> listener) {
        while (!open.isEmpty() && open.peek().isFinished() && !listener.cancelled()) {
            listener.answered(answered++, open.remove().response());
        }
    }

    /** What a step computes of one text. */
    private record Part(GeneratingText text, int rows) {}
}
