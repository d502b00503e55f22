package dev.touchstone.reference;

import dev.touchstone.model.ChatFormat;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chat templates where the formats keep them. */
final class ChatFormats {

    private ChatFormats() {}

    /** With the control tokens of a tokenizer. */
    static ChatFormat of(String template, Tokenizer tokenizer) {
        Map<String, String> marks = new HashMap<>();
        put(marks, "bos_token", tokenizer.bos(), tokenizer);
        put(marks, "eos_token", tokenizer.eos(), tokenizer);
        return new ChatFormat(template, Map.copyOf(marks));
    }

    private static void put(Map<String, String> marks, String name, OptionalInt token, Tokenizer tokenizer) {
        if (token.isPresent()) {
            marks.put(name, new String(tokenizer.decode(new int[] {token.getAsInt()}), StandardCharsets.UTF_8));
        }
    }

    /**
     * The template of a Hugging Face folder: {@code chat_template.jinja}, or {@code chat_template} in {@code tokenizer_config.json}, a text or a
     * list of them with names of which {@code default} is taken.
     *
     * @throws ModelException if one of the files is broken
     */
    static Optional<String> inFolder(Path folder) {
        try {
            Path own = folder.resolve("chat_template.jinja");
            if (Files.isRegularFile(own)) {
                return Optional.of(Files.readString(own));
            }
            Path config = folder.resolve("tokenizer_config.json");
            return Files.isRegularFile(config)
                    ? template(JsonMapper.shared()
                            .readTree(Files.readString(config))
                            .path("chat_template"))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new ModelException(
                    "the chat template in " + folder.toAbsolutePath() + " can't be read (" + e.getMessage()
                            + "); download the folder again",
                    e);
        }
    }

    private static Optional<String> template(JsonNode node) {
        if (node.isString()) {
            return Optional.of(node.asString());
        }
        return node.valueStream()
                .filter(named -> named.path("name").asString("").equals("default"))
                .map(named -> named.path("template").asString(""))
                .findFirst();
    }
}
