package dev.touchstone.reference.safetensors;

import dev.touchstone.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Finds a folder's weight files: one {@code model.safetensors}, or the shards that {@code model.safetensors.index.json} lists. */
final class WeightFiles {

    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    private final Path folder;

    WeightFiles(Path folder) {
        this.folder = folder;
    }

    /** Text of a file in the folder. */
    byte[] read(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new ModelException(
                    folder + " has no file '" + name + "': a Hugging Face folder has config.json, tokenizer.json and "
                            + SINGLE + "; download the whole folder");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException(file + " can't be read (" + e + "): check its permissions and the disk", e);
        }
    }

    /** Tensor names by file, files in name order; a single file's set is empty, which means all that it holds. */
    Map<Path, Set<String>> find() {
        if (Files.exists(folder.resolve(SINGLE))) {
            return Map.of(folder.resolve(SINGLE), Set.of());
        }
        if (Files.exists(folder.resolve(INDEX))) {
            return shards();
        }
        throw new ModelException(folder + " has neither '" + SINGLE + "' nor '" + INDEX + "'" + other()
                + ": download the weights as safetensors");
    }

    private Map<Path, Set<String>> shards() {
        Path index = folder.resolve(INDEX);
        JsonNode map = JsonFile.parse(index.toString(), read(INDEX)).path("weight_map");
        if (!map.isObject() || map.isEmpty()) {
            throw new ModelException(
                    index + " has no 'weight_map' that names the file of each tensor: download it again");
        }
        Map<Path, Set<String>> shards = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            Path shard = shard(index, entry.getValue().asString(""));
            shards.computeIfAbsent(shard, file -> new TreeSet<>()).add(entry.getKey());
        }
        return shards;
    }

    /** A plain file name; one with folders could point anywhere on the disk. */
    private Path shard(Path index, String name) {
        boolean isPlain = !name.isEmpty() && !name.contains("/") && !name.contains("\\") && !name.startsWith(".");
        if (!isPlain) {
            throw new ModelException(
                    index + " names the file '" + name + "', which is no plain file name: download it again");
        }
        Path shard = folder.resolve(name);
        if (!Files.exists(shard)) {
            throw new ModelException(folder + " has no file '" + name + "', which '" + INDEX
                    + "' lists as a part of the weights: download it as well");
        }
        return shard;
    }

    private String other() {
        boolean hasPickle = Files.exists(folder.resolve("pytorch_model.bin"))
                || Files.exists(folder.resolve("pytorch_model.bin.index.json"));
        return hasPickle ? ", only a PyTorch checkpoint ('pytorch_model.bin')" : "";
    }
}
