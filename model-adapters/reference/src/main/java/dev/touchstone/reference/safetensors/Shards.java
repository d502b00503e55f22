package dev.touchstone.reference.safetensors;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaLayout;
import dev.touchstone.reference.tensor.MappedFile;
import dev.touchstone.reference.tensor.StoredTensor;
import dev.touchstone.reference.tensor.Tensor;
import dev.touchstone.reference.tensor.TensorExtent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open weight files of one folder and the tensors in them, checked against the configuration. */
final class Shards implements AutoCloseable {

    private final Path folder;
    private final List<MappedFile> files = new ArrayList<>();
    private final Map<String, TensorExtent> extents = new LinkedHashMap<>();
    private final Map<String, MappedFile> fileOf = new HashMap<>();
    private final Map<String, Tensor> tensors = new HashMap<>();

    private Shards(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens, checks and maps.
     *
     * @param listed the tensors that each file must hold; none for a file that the index doesn't describe
     */
    static Shards open(Path folder, Map<Path, Set<String>> listed, LlamaConfig config) {
        Shards shards = new Shards(folder);
        try {
            listed.forEach(shards::add);
            shards.check(config);
            shards.extents.forEach(
                    (name, extent) -> shards.tensors.put(name, StoredTensor.map(shards.fileOf.get(name), extent)));
            return shards;
        } catch (RuntimeException e) {
            shards.close();
            throw e;
        }
    }

    List<Path> files() {
        return files.stream().map(MappedFile::path).toList();
    }

    Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    @Override
    public void close() {
        files.forEach(MappedFile::close);
    }

    private void add(Path path, Set<String> listed) {
        MappedFile file = MappedFile.open(path);
        files.add(file);
        List<TensorExtent> found = SafetensorsHeader.read(file);
        requireAll(path, listed, found);
        for (TensorExtent extent : found) {
            if (!HuggingFaceNames.isDerived(extent.storedName())) {
                add(file, extent);
            }
        }
    }

    private static void requireAll(Path path, Set<String> listed, List<TensorExtent> found) {
        Set<String> missing = new HashSet<>(listed);
        found.forEach(extent -> missing.remove(extent.storedName()));
        if (!missing.isEmpty()) {
            throw new ModelException(
                    path + " has no tensor '"
                            + missing.stream().sorted().findFirst().orElseThrow()
                            + "', which the folder's index says it holds: index and weights belong to different downloads; download both again");
        }
    }

    private void add(MappedFile file, TensorExtent extent) {
        @Nullable MappedFile earlier = fileOf.put(extent.name(), file);
        if (earlier != null) {
            throw new ModelException(file.path() + " has the tensor '" + extent.storedName() + "', which '"
                    + earlier.path().getFileName() + "' has as well: download the folder again");
        }
        extents.put(extent.name(), extent);
    }

    private void check(LlamaConfig config) {
        if (config.tiedEmbeddings()) {
            // transformers uses the embedding then, whatever is stored.
            extents.remove("output.weight");
        }
        @Nullable TensorExtent embedding = extents.get("token_embd.weight");
        if (embedding != null && embedding.rows() != config.vocabulary()) {
            throw new ModelException(
                    folder + ": config.json has a 'vocab_size' of " + config.vocabulary() + ", but the embedding '"
                            + embedding.storedName() + "' has " + embedding.rows()
                            + " rows: configuration and weights belong to different models; download the folder again");
        }
        LlamaLayout.check(folder, config, extents, HuggingFaceNames::stored);
    }
}
