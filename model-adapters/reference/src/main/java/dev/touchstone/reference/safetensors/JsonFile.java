package dev.touchstone.reference.safetensors;

import dev.touchstone.model.ModelException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON texts whose top is an object and whose keys occur once. */
final class JsonFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonFile() {}

    /**
     * Parses UTF-8 text.
     *
     * @param where file and place, for messages
     */
    static JsonNode parse(String where, byte[] text) {
        JsonNode node = parsed(where, text);
        if (!node.isObject()) {
            throw new ModelException(
                    where + " is not a JSON object, but starts with " + node.getNodeType() + ": download it again");
        }
        return node;
    }

    private static JsonNode parsed(String where, byte[] text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new ModelException(
                    where + " is not valid JSON (byte " + e.getLocation().getByteOffset() + ": "
                            + e.getOriginalMessage() + "): download it again",
                    e);
        }
    }
}
