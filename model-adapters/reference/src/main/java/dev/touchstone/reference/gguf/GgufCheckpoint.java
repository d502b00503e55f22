package dev.touchstone.reference.gguf;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.Fingerprint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaLayout;
import dev.touchstone.reference.tensor.MappedFile;
import dev.touchstone.reference.tensor.StoredTensor;
import dev.touchstone.reference.tensor.Tensor;
import dev.touchstone.reference.tensor.TensorExtent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The weights of a GGUF file of architecture {@code llama}. Safe for use by several threads.
 *
 * <p>After {@link #close} tensors refuse to be read.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class GgufCheckpoint implements Checkpoint {

    private final GgufFile file;
    private final LlamaConfig config;
    private final MappedFile mapped;
    private final Map<String, Tensor> tensors;
    private final Fingerprint fingerprint;

    private GgufCheckpoint(GgufFile file, LlamaConfig config, MappedFile mapped, Map<String, TensorExtent> extents) {
        this.file = file;
        this.config = config;
        this.mapped = mapped;
        this.tensors = new HashMap<>();
        extents.forEach((name, extent) -> tensors.put(name, StoredTensor.map(mapped, extent)));
        this.fingerprint = new Fingerprint(List.of(file.path()));
    }

    /**
     * Opens a file without reading its weights.
     *
     * @throws ModelException if it isn't there, is damaged, or holds another architecture, a type that can't be decoded, or tensors that don't
     *     fit its configuration
     */
    public static GgufCheckpoint open(Path path) {
        GgufFile file = GgufFile.open(path);
        LlamaGguf llama = LlamaGguf.of(file);
        Map<String, TensorExtent> extents = llama.extents();
        LlamaConfig config = llama.config(extents);
        LlamaLayout.check(file.path(), config, extents, UnaryOperator.identity());
        MappedFile mapped = MappedFile.open(file.path());
        try {
            return new GgufCheckpoint(file, config, mapped, extents);
        } catch (RuntimeException e) {
            mapped.close();
            throw e;
        }
    }

    /** The file's metadata, from which the tokenizer is made. */
    public GgufFile file() {
        return file;
    }

    @Override
    public LlamaConfig config() {
        return config;
    }

    @Override
    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    @Override
    public String fingerprint() {
        return fingerprint.value();
    }

    @Override
    public void close() {
        mapped.close();
    }
}
