package dev.touchstone.reference.llama;

import static dev.touchstone.reference.llama.TestModel.session;
import static dev.touchstone.reference.llama.TestModel.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions.Simd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences in a tree have the bits that each has alone, whatever they share, in whatever order, with however little memory. */
class PrefixTreeTest {

    private static final TestModel MODEL = TestModel.of(6, 2, true);
    private static final int AMPLE = 1000;
    private static final int LONGEST = 300;

    /** Pages that the longest sequence takes alone. */
    private static final int TIGHT = 10;

    private static final LlamaSession ALONE = session(MODEL, 1, Simd.SCALAR);

    @ParameterizedTest
    @CsvSource({"1, SCALAR, 1", "2, SCALAR, 2", "1, AUTO, 3", "2, AUTO, 4", "3, AUTO, 5", "2, AUTO, 6"})
    void sequencesTogetherHaveTheBitsOfEachAlone(int threads, Simd simd, long seed) {
        List<int[]> sequences = sequences(seed);
        Walk walk = new Walk(tree(MODEL, threads, simd, AMPLE), sequences.size());
        walk.run(sequences);
        assertThat(walk.computed).isEqualTo(distinctPositions(sequences));
    }

    @ParameterizedTest
    @CsvSource({"1, SCALAR, 11", "2, SCALAR, 12", "1, AUTO, 13", "2, AUTO, 14", "3, AUTO, 15", "2, AUTO, 16"})
    void littleMemoryGivesTheSameBitsWithMoreWork(int threads, Simd simd, long seed) {
        List<int[]> sequences = sequences(seed);
        Walk walk = new Walk(tree(MODEL, threads, simd, TIGHT), sequences.size());
        walk.run(sequences);
        assertThat(walk.computed)
                .isGreaterThan(distinctPositions(sequences))
                .isLessThan(sequences.stream().mapToInt(tokens -> tokens.length).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30})
    void sequencesAddedBetweenBatchesHaveTheSameBits(int ahead) {
        List<int[]> sequences = sequences(21);
        new Walk(tree(MODEL, 2, Simd.AUTO, AMPLE), ahead).run(sequences);
        new Walk(tree(MODEL, 2, Simd.AUTO, TIGHT), ahead).run(sequences);
    }

    @ParameterizedTest
    @ValueSource(ints = {AMPLE, TIGHT})
    void sequencesThatGrowTogetherHaveTheSameBits(int pages) {
        PrefixTree tree = tree(MODEL, 2, Simd.AUTO, pages);
        List<int[]> tokens = sequences(31).subList(0, 12);
        List<Sequence> sequences = new ArrayList<>();
        tokens.forEach(start -> sequences.add(tree.add(start)));
        Outputs outputs = tree.newOutputs();
        Random random = new Random(32);
        for (int step = 0; step < 60; step++) {
            sequences.forEach(tree::schedule);
            tree.compute();
            for (int i = 0; i < sequences.size(); i++) {
                Sequence sequence = sequences.get(i);
                if (sequence.ready() == sequence.length()) {
                    assertThat(logits(tree, outputs, sequence)).containsExactly(alone(tokens.get(i)));
                    int token = random.nextInt(TestModel.VOCABULARY);
                    tree.append(sequence, token);
                    tokens.set(i, append(tokens.get(i), token));
                }
            }
        }
        assertThat(tokens.get(0).length).isGreaterThan(50);
    }

    @Test
    void theSequenceReleasedLastIsKept() {
        PrefixTree tree = tree(MODEL, 1, Simd.AUTO, AMPLE);
        int[] tokens = TestModel.tokens(100, 41);
        compute(tree, tree.add(tokens));
        Sequence again = tree.add(Arrays.copyOf(tokens, 70));
        assertThat(again.ready()).isEqualTo(70);
        tree.release(again);
        tree.forget();
        assertThat(tree.add(tokens).ready()).isZero();
    }

    @Test
    void memoryIsGivenBackWhenAllIsReleased() {
        PrefixTree tree = tree(MODEL, 1, Simd.AUTO, AMPLE);
        int before = tree.free();
        new Walk(tree, 5).run(sequences(51));
        assertThat(tree.free()).isLessThan(before);
        tree.forget();
        assertThat(tree.free()).isEqualTo(before);
    }

    @Test
    void saysHowMuchMemoryASequenceNeeds() {
        PrefixTree tree = tree(MODEL, 1, Simd.AUTO, 3);
        assertThatThrownBy(() -> compute(tree, tree.add(TestModel.tokens(97, 61))))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "the memory for keys and values holds 96 tokens, but 97 are needed at once; set -Dmemory=1m or more");
        Sequence shorter = tree.add(TestModel.tokens(96, 61));
        compute(tree, shorter);
        assertThat(shorter.ready()).isEqualTo(96);
    }

    @Test
    void refusesToGrowBeyondTheContext() {
        PrefixTree tree = tree(MODEL, 1, Simd.AUTO, AMPLE);
        Sequence full = tree.add(TestModel.tokens(TestModel.CONTEXT, 1));
        assertThatThrownBy(() -> tree.append(full, 1))
                .isInstanceOf(ModelException.class)
                .hasMessage("a sequence of 701 tokens is longer than the model's context of 700 tokens; cut it before");
    }

    private static void compute(PrefixTree tree, Sequence sequence) {
        while (sequence.ready() < sequence.length()) {
            tree.schedule(sequence);
            tree.compute();
        }
        tree.release(sequence);
    }

    /** Sequences that share beginnings of all lengths, some equal, some part of another one, in no order. */
    private static List<int[]> sequences(long seed) {
        Random random = new Random(seed);
        List<int[]> sequences = new ArrayList<>();
        sequences.add(random.ints(90, 0, TestModel.VOCABULARY).toArray());
        while (sequences.size() < 40) {
            int[] other = sequences.get(random.nextInt(sequences.size()));
            int shared = random.nextInt(other.length + 1);
            int own = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(80);
            if (shared + own > 0 && shared + own < LONGEST) {
                int[] tokens = Arrays.copyOf(other, shared + own);
                Arrays.setAll(tokens, i -> i < shared ? other[i] : random.nextInt(TestModel.VOCABULARY));
                sequences.add(tokens);
            }
        }
        return sequences;
    }

    private static int distinctPositions(List<int[]> sequences) {
        Set<List<Integer>> beginnings = new HashSet<>();
        for (int[] tokens : sequences) {
            List<Integer> all = Arrays.stream(tokens).boxed().toList();
            for (int length = 1; length <= tokens.length; length++) {
                beginnings.add(all.subList(0, length));
            }
        }
        return beginnings.size();
    }

    private static int[] append(int[] tokens, int token) {
        int[] longer = Arrays.copyOf(tokens, tokens.length + 1);
        longer[tokens.length] = token;
        return longer;
    }

    /** Logits after the last token, computed with nothing else kept. */
    private static float[] alone(int[] tokens) {
        ALONE.truncate(0);
        ALONE.become(tokens);
        return logits(ALONE.after(tokens.length - 1));
    }

    private static float[] logits(PrefixTree tree, Outputs outputs, Sequence sequence) {
        outputs.clear();
        outputs.add(sequence, sequence.length() - 1);
        outputs.compute();
        return logits(outputs.get(0));
    }

    private static float[] logits(LogProbabilities after) {
        float[] logits = new float[after.vocabulary()];
        for (int token = 0; token < logits.length; token++) {
            logits[token] = after.logit(token);
        }
        return logits;
    }

    /** Computes sequences in their order, some of them added ahead of their turn, as many in a batch as fit. */
    private static final class Walk {

        private final PrefixTree tree;
        private final Outputs outputs;
        private final int ahead;
        private int computed;

        Walk(PrefixTree tree, int ahead) {
            this.tree = tree;
            this.outputs = tree.newOutputs();
            this.ahead = ahead;
        }

        void run(List<int[]> all) {
            List<Sequence> added = new ArrayList<>();
            int done = 0;
            while (done < all.size()) {
                while (added.size() < Math.min(all.size(), done + ahead)) {
                    added.add(tree.add(all.get(added.size())));
                }
                int next = done;
                while (next < added.size() && isComplete(added.get(next))) {
                    next++;
                }
                tree.compute();
                for (; done < next; done++) {
                    assertThat(logits(tree, outputs, added.get(done))).containsExactly(alone(all.get(done)));
                    tree.release(added.get(done));
                }
            }
        }

        private boolean isComplete(Sequence sequence) {
            computed += tree.schedule(sequence);
            return sequence.ready() == sequence.length();
        }
    }
}
