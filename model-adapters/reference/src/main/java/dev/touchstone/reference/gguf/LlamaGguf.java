package dev.touchstone.reference.gguf;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.StoredType;
import dev.touchstone.reference.tensor.TensorExtent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A GGUF file understood as a Llama: refuses other architectures, parts of split files, and types that can't be decoded. */
final class LlamaGguf {

    private static final List<String> ARCHITECTURES = List.of("llama");

    private final GgufFile file;

    private LlamaGguf(GgufFile file) {
        this.file = file;
    }

    static LlamaGguf of(GgufFile file) {
        String architecture = file.string("general.architecture");
        if (!ARCHITECTURES.contains(architecture)) {
            throw new ModelException(file.path() + " holds a model of architecture '" + architecture
                    + "'; supported are: " + String.join(", ", ARCHITECTURES)
                    + ". Use another model, or serve this one and use openai:BASE-URL#MODEL");
        }
        long parts = file.findInteger("split.count").orElse(1L);
        if (parts > 1) {
            throw new ModelException(file.path() + " is one of " + parts
                    + " parts of a model: merge them with llama.cpp's 'llama-gguf-split --merge'");
        }
        return new LlamaGguf(file);
    }

    /** Where the tensors lie, by name. */
    Map<String, TensorExtent> extents() {
        Map<String, TensorExtent> extents = new LinkedHashMap<>();
        for (GgufTensor tensor : file.tensors().values()) {
            if (ExpertExtents.isOfExperts(tensor)) {
                ExpertExtents.of(tensor, stored(tensor)).forEach(extent -> extents.put(extent.name(), extent));
            } else {
                extents.put(tensor.name(), extent(tensor));
            }
        }
        TensorExtent.requireDisjoint(file.path(), extents.values());
        return extents;
    }

    /** The configuration; its vocabulary is the number of embedding rows and of tokens, if the file lists those. */
    LlamaConfig config(Map<String, TensorExtent> extents) {
        @Nullable TensorExtent embedding = extents.get("token_embd.weight");
        if (embedding == null) {
            throw new ModelException(file.path()
                    + " has no tensor 'token_embd.weight', which every Llama needs: convert or download it again");
        }
        checkVocabulary(embedding.rows());
        return GgufLlamaConfig.read(file, embedding.rows());
    }

    private TensorExtent extent(GgufTensor tensor) {
        List<Long> dimensions = tensor.dimensions();
        if (dimensions.size() > 2) {
            throw new ModelException(file.path() + ": tensor '" + tensor.name() + "' has the dimensions " + dimensions
                    + ", but a Llama has only vectors and matrices: use a model of the plain Llama architecture");
        }
        int rows = dimensions.size() == 1 ? 1 : Math.toIntExact(dimensions.get(1));
        int columns = Math.toIntExact(dimensions.get(0));
        return new TensorExtent(tensor.name(), tensor.name(), stored(tensor), rows, columns, tensor.offset());
    }

    private StoredType stored(GgufTensor tensor) {
        Optional<StoredType> type = StoredType.named(tensor.type());
        return type.orElseThrow(() -> {
            long same = file.tensors().values().stream()
                    .filter(other -> other.type().equals(tensor.type()))
                    .count();
            return new ModelException(
                    file.path() + ": tensor '" + tensor.name() + "' (and " + (same - 1) + " others) has the type "
                            + tensor.type() + ", which can't be decoded; supported are: "
                            + StoredType.names(StoredType.values())
                            + ". Download the model in one of these");
        });
    }

    private void checkVocabulary(int rows) {
        Optional<String[]> tokens = file.findStrings("tokenizer.ggml.tokens");
        if (tokens.isPresent() && tokens.get().length != rows) {
            throw new ModelException(file.path() + ": the tokenizer has " + tokens.get().length
                    + " tokens ('tokenizer.ggml.tokens'), but the embedding 'token_embd.weight' has " + rows
                    + " rows: tokenizer and weights belong to different models; convert or download it again");
        }
    }
}
