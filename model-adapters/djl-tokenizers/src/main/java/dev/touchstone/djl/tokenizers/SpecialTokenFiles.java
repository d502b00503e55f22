package dev.touchstone.djl.tokenizers;

import dev.touchstone.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * The BOS and EOS tokens of a Hugging Face folder.
 *
 * @param bos beginning of sequence, if there is one
 * @param eos end of sequence, if there is one
 */
record SpecialTokenFiles(OptionalInt bos, OptionalInt eos) {

    private static final List<String> NAMED_IN = List.of("tokenizer_config.json", "special_tokens_map.json");

    /**
     * Looks into {@code tokenizer_config.json}, {@code special_tokens_map.json} and {@code config.json}, in this order; the first that has
     * the key decides. An explicit {@code null} says that there is no such token (Qwen 2 has no BOS, whatever its {@code config.json} says).
     */
    static SpecialTokenFiles read(Path folder, TokenizerJson json) {
        return new SpecialTokenFiles(find(folder, json, "bos_token"), find(folder, json, "eos_token"));
    }

    private static OptionalInt find(Path folder, TokenizerJson json, String key) {
        for (String name : NAMED_IN) {
            JsonNode token = JsonFiles.readIfPresent(folder.resolve(name)).path(key);
            if (!token.isMissingNode()) {
                return token.isNull() ? OptionalInt.empty() : idOf(token, json, folder.resolve(name), key);
            }
        }
        JsonNode id = JsonFiles.readIfPresent(folder.resolve("config.json")).path(key + "_id");
        // Several EOS ids: the first is the tokenizer's, the others end chat messages.
        JsonNode first = id.isArray() ? id.path(0) : id;
        return first.isInt() ? OptionalInt.of(first.asInt()) : OptionalInt.empty();
    }

    private static OptionalInt idOf(JsonNode token, TokenizerJson json, Path file, String key) {
        String text = token.isObject() ? token.path("content").asString("") : token.asString("");
        OptionalInt id = json.idOf(text);
        if (id.isEmpty()) {
            throw new ModelException(file + ": " + key + " is \"" + text + "\", which is no token of " + json.file()
                    + "; take both files from the same revision of the model");
        }
        return id;
    }
}
