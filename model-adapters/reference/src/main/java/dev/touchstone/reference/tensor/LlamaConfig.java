package dev.touchstone.reference.tensor;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The shape of a Llama-family decoder.
 *
 * @param layers number of blocks
 * @param width size of the residual stream
 * @param heads query heads
 * @param keyValueHeads key and value heads; {@code heads} is a multiple of it
 * @param headSize size of one head (usually width / heads)
 * @param feedForward size of the feed-forward's inner layer
 * @param vocabulary number of token ids
 * @param contextLength most positions
 * @param rmsEpsilon added to the mean square in RMSNorm
 * @param rope rotary position embedding
 * @param tiedEmbeddings true when the output matrix is the embedding matrix
 * @param experts how many feed-forward layers each block has, and how many of them a token takes
 */
@API(status = Status.INTERNAL, since = "0.1")
public record LlamaConfig(
        int layers,
        int width,
        int heads,
        int keyValueHeads,
        int headSize,
        int feedForward,
        int vocabulary,
        int contextLength,
        float rmsEpsilon,
        Rope rope,
        boolean tiedEmbeddings,
        Experts experts) {

    /** With one feed-forward layer in each block. */
    public LlamaConfig(
            int layers,
            int width,
            int heads,
            int keyValueHeads,
            int headSize,
            int feedForward,
            int vocabulary,
            int contextLength,
            float rmsEpsilon,
            Rope rope,
            boolean tiedEmbeddings) {
        this(
                layers,
                width,
                heads,
                keyValueHeads,
                headSize,
                feedForward,
                vocabulary,
                contextLength,
                rmsEpsilon,
                rope,
                tiedEmbeddings,
                Experts.NONE);
    }

    /**
     * The experts of a block (Jiang et al. 2024, arXiv:2401.04088, 2.1): a router gives each a weight, the softmax of x times its row, and a token goes through
     * the heaviest ones, whose weights are then made to sum to 1.
     *
     * @param count number of experts; 0 where a block has one feed-forward layer without a router
     * @param used experts that a token goes through
     */
    public record Experts(int count, int used) {

        /** One feed-forward layer in each block. */
        public static final Experts NONE = new Experts(0, 0);

        /** Whether there is a router. */
        public boolean areThere() {
            return count > 0;
        }

        /** Feed-forward layers of a block. */
        public int layers() {
            return Math.max(1, count);
        }

        /** Where an expert's number stands in the names of its tensors, such as {@code .3} in {@code blk.0.ffn_up.3.weight}; nothing without experts. */
        public String infix(int expert) {
            return areThere() ? "." + expert : "";
        }
    }

    /**
     * Rotary position embedding.
     *
     * @param base the frequency base theta, such as 10000
     * @param pairs which elements of a head are rotated together
     * @param scaling how frequencies are changed for long contexts
     */
    public record Rope(double base, Pairs pairs, Scaling scaling) {}

    /** Which two elements of a head form a rotated pair. */
    public enum Pairs {
        /** Elements 2i and 2i+1: GGUF files of architecture {@code llama}. */
        ADJACENT,
        /** Elements i and i + headSize/2: Hugging Face checkpoints. */
        HALVES
    }

    /** Frequency scaling; {@code NONE} leaves them as they are. */
    public sealed interface Scaling {

        /** Frequencies as the base gives them. */
        record None() implements Scaling {}

        /** All frequencies divided by {@code factor}. */
        record Linear(double factor) implements Scaling {}

        /** Llama 3's rule: low frequencies divided by {@code factor}, high ones kept, those between interpolated. */
        record Llama3(double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalContextLength)
                implements Scaling {}
    }
}
