package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Attention;
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
    private final Setting setting;
    private final Precision precision;
    private final LlamaWeights weights;
    private final double[] ropeFrequencies;
    private final InputObserver observer;

    private Llama(Checkpoint checkpoint, Setting setting, Precision precision, InputObserver observer) {
        this.checkpoint = checkpoint;
        this.setting = setting;
        this.precision = precision;
        this.observer = observer;
        this.weights = WeightLoader.load(checkpoint, precision, setting);
        this.ropeFrequencies = RopeFrequencies.of(config().rope(), config().headSize(), ropeFactors());
    }

    /** Reads and packs the weights in a precision that needs no calibration; see {@link #load(Checkpoint, ModelOptions, CalibrationText)}. */
    public static Llama load(Checkpoint checkpoint, ModelOptions options) {
        return load(checkpoint, options, CalibrationText.NONE);
    }

    /**
     * Reads and packs the weights.
     *
     * @param checkpoint closed by {@link #close}; stays open if this throws
     * @param text what is looked at where the precision needs that
     * @throws ModelException if weights and cache do not fit in the heap, or there is nothing to look at
     */
    public static Llama load(Checkpoint checkpoint, ModelOptions options, CalibrationText text) {
        long heap = Runtime.getRuntime().maxMemory();
        Precision precision = Precision.of(options.precision());
        requireText(precision, text);
        requireNoExperts(checkpoint.config(), precision);
        HeapCheck.require(checkpoint.config(), precision, heap);
        if (precision.calibration() != null) {
            HeapCheck.require(checkpoint.config(), Precision.of("fp32"), heap);
        }
        CacheMemory.require(HeapCheck.bytes(checkpoint.config(), precision), options.cacheBytes(), heap);
        Workers workers = new Workers(options.threads());
        try {
            Setting setting = new Setting(
                    KernelChoice.of(options.simd()), workers, options.attention(), options.cacheBytes(), text);
            return new Llama(checkpoint, setting, precision, InputObserver.NONE);
        } catch (RuntimeException | Error e) {
            workers.close();
            throw e;
        }
    }

    private static void requireText(Precision precision, CalibrationText text) {
        if (precision.calibration() != null && text.size() == 0) {
            throw new ModelException(
                    "precision '" + precision.name() + "' looks at a calibration text first, and there is none; pass"
                            + " -Dcalibration=FILE, a plain text like those that the model will see, or evaluate a suite that publishes"
                            + " solved examples, with -Dshots=N if they are in a file of their own");
        }
    }

    private static void requireNoExperts(LlamaConfig config, Precision precision) {
        if (precision.calibration() != null && config.experts().areThere()) {
            throw new ModelException(
                    "precision '" + precision.name() + "' is not offered for models with experts, many of"
                            + " which a calibration text would hardly reach; take int4, nf4 or int8");
        }
    }

    /** A model that shares what it is set up with; only the one that the checkpoint belongs to may be closed. */
    static Llama of(Checkpoint checkpoint, Setting setting, Precision precision, InputObserver observer) {
        return new Llama(checkpoint, setting, precision, observer);
    }

    /**
     * A model of about this one's shape with random weights ({@link UntrainedCheckpoint}), on as many threads and the same kernels.
     *
     * @throws ModelException if the weights do not fit in the heap
     */
    public Llama untrained(long seed) {
        Workers own = new Workers(workers().threads());
        try {
            Setting alike = new Setting(kernels(), own, setting.attention(), cacheBytes(), setting.calibration());
            Checkpoint untrained = new UntrainedCheckpoint(UntrainedShape.of(config()), seed);
            return new Llama(untrained, alike, precision, InputObserver.NONE);
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
        return setting.kernels();
    }

    /** The way of attention and the kernels in use, such as {@code flash (vector-512)}. */
    public String kernelName() {
        String attention = setting.attention() == Attention.FLASH ? "flash" : "standard";
        return attention + " (" + kernels().name() + ")";
    }

    Setting setting() {
        return setting;
    }

    /** How the weights are held and computed with. */
    public Precision precision() {
        return precision;
    }

    /** Most memory that a tree or session may take for keys and values. */
    long cacheBytes() {
        return setting.cacheBytes();
    }

    /** What was looked at before quantizing, for reports; empty where nothing was. */
    public Optional<String> calibration() {
        return precision.calibration() == null
                ? Optional.empty()
                : Optional.of(setting.calibration().describe());
    }

    Workers workers() {
        return setting.workers();
    }

    /** Who is shown the inputs of layers. */
    InputObserver observer() {
        return observer;
    }

    LlamaWeights weights() {
        return weights;
    }

    @Override
    public void close() {
        workers().close();
        checkpoint.close();
    }

    /**
     * What a model is loaded with.
     *
     * @param attention how scores and values are put together
     * @param cacheBytes most memory that a tree or session may take for keys and values
     * @param calibration tokens to look at where the precision needs that
     */
    record Setting(
            Kernels kernels, Workers workers, Attention attention, long cacheBytes, CalibrationText calibration) {}
}
