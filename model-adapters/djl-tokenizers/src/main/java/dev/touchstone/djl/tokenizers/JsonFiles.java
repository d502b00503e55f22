package dev.touchstone.djl.tokenizers;

import dev.touchstone.model.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads the JSON files of a Hugging Face folder. */
final class JsonFiles {

    private JsonFiles() {}

    static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(file);
        } catch (JacksonException e) {
            throw new ModelException(
                    file + " is not readable JSON: " + e.getOriginalMessage() + "; download the file again", e);
        }
    }

    /** The file's content, or a missing node when there is no such file. */
    static JsonNode readIfPresent(Path file) {
        return Files.isRegularFile(file) ? read(file) : MissingNode.getInstance();
    }
}
