package dev.touchstone.reference.safetensors;

import dev.touchstone.reference.testing.SafetensorsWriter;
import dev.touchstone.reference.testing.TinyFolder;
import dev.touchstone.reference.testing.TinyLlama;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A tiny Llama in two shards: the embedding in the first, all else in the second. */
final class ShardedFolder {

    static final String FIRST = "model-00001-of-00002.safetensors";
    static final String SECOND = "model-00002-of-00002.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    private static final String EMBEDDING = "model.embed_tokens.weight";

    private ShardedFolder() {}

    static void write(TinyLlama model, Path folder) throws IOException {
        TinyFolder.write(model, "F32", folder);
        Files.delete(folder.resolve("model.safetensors"));
        first(model).write(folder.resolve(FIRST));
        TinyFolder.weights(model, "F32", name -> !name.equals(EMBEDDING)).write(folder.resolve(SECOND));
        Map<String, String> shards = new LinkedHashMap<>();
        TinyFolder.weights(model, "F32")
                .names()
                .forEach(name -> shards.put(name, name.equals(EMBEDDING) ? FIRST : SECOND));
        writeIndex(folder, shards);
    }

    static SafetensorsWriter first(TinyLlama model) {
        return TinyFolder.weights(model, "F32", EMBEDDING::equals);
    }

    static void writeIndex(Path folder, Map<String, String> shards) throws IOException {
        TinyFolder.writeJson(folder.resolve(INDEX), Map.of("weight_map", shards));
    }
}
