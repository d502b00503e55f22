package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.reference.kernel.KernelChoice;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A loaded model of the Llama family. Sessions and trees compute with it; one at a time, because they share its threads. Closing it ends the
 * threads and closes the checkpoint, from which embeddings are read while computing.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Llama implements AutoCloseable {

    private final Checkpoint checkpoint;
    private final Kernels kernels;
    private final Workers workers;
    private final Precision precision;
    private final LlamaWeights weights;
    private final double[] ropeFrequencies;
    private final long cacheBytes;

    private Llama(Checkpoint checkpoint, Kernels kernels, Workers workers, Precision precision, long cacheBytes) {
        this.checkpoint = checkpoint;
        this.kernels = kernels;
        this.workers = workers;
        this.precision = precision;
        this.weights = WeightLoader.load(checkpoint, precision, workers);
        this.cacheBytes = cacheBytes;
        this.ropeFrequencies = RopeFrequencies.of(config().rope(), config().headSize(), ropeFactors());
    }

    /**
     * Reads and packs the weights.
     *
     * @param checkpoint closed by {@link #close}; stays open if this throws
     * @throws ModelException if weights and cache do not fit in the heap
     */
    public static Llama load(Checkpoint checkpoint, ModelOptions options) {
        long heap = Runtime.getRuntime().maxMemory();
        Precision precision = Precision.of(options.precision());
        HeapCheck.require(checkpoint.config(), precision, heap);
        CacheMemory.require(HeapCheck.bytes(checkpoint.config(), precision), options.cacheBytes(), heap);
        Workers workers = new Workers(options.threads());
        try {
            return new Llama(checkpoint, KernelChoice.of(options.simd()), workers, precision, options.cacheBytes());
        } catch (RuntimeException | Error e) {
            workers.close();
            throw e;
        }
    }

    /**
     * A model of about this one's shape with random weights ({@link UntrainedCheckpoint}), on as many threads and the same kernels.
     *
     * @throws ModelException if the weights do not fit in the heap
     */
    public Llama untrained(long seed) {
        Workers own = new Workers(workers.threads());
        try {
            return new Llama(
                    new UntrainedCheckpoint(UntrainedShape.of(config()), seed), kernels, own, precision, cacheBytes);
        } catch (RuntimeException | Error e) {
            own.close();
            throw e;
        }
    }

    private float[] ropeFactors() {
        Optional<Tensor> stored = checkpoint.find("rope_freqs.weight");
        if (stored.isEmpty()) {
            return new float[0];
        }
        Tensor tensor = stored.get();
        float[] factors = new float[config().headSize() / 2];
        tensor.read(0, tensor.rows(), factors, 0);
        return factors;
    }

    /** A new session with an empty cache. */
    public LlamaSession newSession() {
        return newSession(0);
    }

    /** A new session with an empty cache, whose first token is at that position. */
    public LlamaSession newSession(int firstPosition) {
        return new LlamaSession(newTree(firstPosition));
    }

    /** A new tree without sequences. */
    public PrefixTree newTree() {
        return newTree(0);
    }

    private PrefixTree newTree(int firstPosition) {
        return new PrefixTree(this, new Rope(ropeFrequencies, config().rope().pairs(), firstPosition));
    }

    /** The model's shape. */
    public LlamaConfig config() {
        return checkpoint.config();
    }

    /** Number of weights, tied ones counted once. */
    public long parameters() {
        return weights.parameters();
    }

    /** Weights that each token is multiplied with on its way to its logits. */
    public long multipliedWeights() {
        return weights.multiplied();
    }

    /** Bytes that the weights take in the form that they are computed with, tied ones counted once. */
    public long weightBytes() {
        return weights.bytes();
    }

    /** The stored type of the embedding matrix and of the first block's query matrix, such as {@code Q8_0, Q4_1}. */
    public String storedTypes() {
        String projection =
                checkpoint.find("blk.0.attn_q.weight").map(Tensor::type).orElse("none");
        return "embeddings " + weights.embedding().type() + ", projections " + projection;
    }

    /** Digest of the stored weights; see {@link Checkpoint#fingerprint}. */
    public String fingerprint() {
        return checkpoint.fingerprint();
    }

    /** The kernels in use. */
    public Kernels kernels() {
        return kernels;
    }

    /** How the weights are held and computed with. */
    public Precision precision() {
        return precision;
    }

    /** Most memory that a tree or session may take for keys and values. */
    long cacheBytes() {
        return cacheBytes;
    }

    Workers workers() {
        return workers;
    }

    LlamaWeights weights() {
        return weights;
    }

    @Override
    public void close() {
        workers.close();
        checkpoint.close();
    }
}
