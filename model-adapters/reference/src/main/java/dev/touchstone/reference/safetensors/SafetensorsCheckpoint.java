package dev.touchstone.reference.safetensors;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.Fingerprint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The weights of a Hugging Face folder with {@code config.json} of a {@code LlamaForCausalLM} and safetensors files of F32, F16 or BF16. Query
 * and key rows stay as they are stored, so RoPE pairs are {@code HALVES}. Safe for use by several threads.
 *
 * <p>After {@link #close} tensors refuse to be read.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SafetensorsCheckpoint implements Checkpoint {

    private final LlamaConfig config;
    private final Shards shards;
    private final Fingerprint fingerprint;

    private SafetensorsCheckpoint(LlamaConfig config, Shards shards) {
        this.config = config;
        this.shards = shards;
        this.fingerprint = new Fingerprint(shards.files());
    }

    /**
     * Opens a folder without reading its weights.
     *
     * @throws ModelException if a file is missing or damaged, or the model has another architecture, a type that can't be decoded, or tensors
     *     that don't fit its configuration
     */
    public static SafetensorsCheckpoint open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            String found = Files.exists(folder)
                    ? " is a file, but a Hugging Face folder is expected: name the folder that holds it"
                    : " does not exist: check the path, or download the model first";
            throw new ModelException(folder + found);
        }
        WeightFiles files = new WeightFiles(folder);
        LlamaConfig config = HuggingFaceConfig.read(folder.resolve("config.json"), files.read("config.json"));
        return new SafetensorsCheckpoint(config, Shards.open(folder, files.find(), config));
    }

    @Override
    public LlamaConfig config() {
        return config;
    }

    @Override
    public Optional<Tensor> find(String name) {
        return shards.find(name);
    }

    @Override
    public String fingerprint() {
        return fingerprint.value();
    }

    @Override
    public void close() {
        shards.close();
    }
}
