package dev.touchstone.djl.tokenizers;

import dev.touchstone.model.ModelException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What DJL's binding doesn't tell of {@code tokenizer.json}: the ids of tokens, how many there are, and how they are decoded. */
final class TokenizerJson {

    private final Path file;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final Map<String, Integer> addedTokens = new HashMap<>();
    private final Set<Integer> specialIds = new HashSet<>();
    private final JsonNode decoder;

    private TokenizerJson(Path file, JsonNode decoder) {
        this.file = file;
        this.decoder = decoder;
    }

    static TokenizerJson read(Path file) {
        JsonNode root = JsonFiles.read(file);
        TokenizerJson json = new TokenizerJson(file, root.path("decoder"));
        json.readVocabulary(root.path("model").path("vocab"));
        for (JsonNode token : root.path("added_tokens")) {
            int id = token.path("id").asInt();
            json.addedTokens.put(token.path("content").asString(), id);
            if (token.path("special").asBoolean(false)) {
                json.specialIds.add(id);
            }
        }
        return json;
    }

    /** BPE and WordPiece have an object from token to id, Unigram an array of tokens with their scores. */
    private void readVocabulary(JsonNode vocab) {
        if (vocab.isArray()) {
            for (JsonNode entry : vocab) {
                vocabulary.put(entry.path(0).asString(), vocabulary.size());
            }
        } else {
            vocab.properties()
                    .forEach(entry ->
                            vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        }
        if (vocabulary.isEmpty()) {
            throw new ModelException(file + ": model.vocab is missing or empty; download the file again");
        }
    }

    Path file() {
        return file;
    }

    Map<String, Integer> vocabulary() {
        return vocabulary;
    }

    Map<String, Integer> addedTokens() {
        return addedTokens;
    }

    /** Ids of the added tokens that are marked as special: those that decoding for people leaves out. */
    Set<Integer> specialIds() {
        return specialIds;
    }

    /** The highest id, and one. */
    int vocabularySize() {
        int highest = vocabulary.values().stream().mapToInt(id -> id).max().orElse(-1);
        return 1 + addedTokens.values().stream().mapToInt(id -> id).reduce(highest, Math::max);
    }

    /** The id of a token by its text as stored. */
    OptionalInt idOf(String token) {
        Integer id = addedTokens.getOrDefault(token, vocabulary.get(token));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Whether tokens are bytes in GPT-2's alphabet and decoding does nothing but write them one after another. */
    boolean isByteLevel() {
        if (decoder.path("type").asString("").equals("Sequence")) {
            JsonNode steps = decoder.path("decoders");
            return !steps.isEmpty()
                    && StreamSupport.stream(steps.spliterator(), false).allMatch(TokenizerJson::isByteLevel);
        }
        return isByteLevel(decoder);
    }

    private static boolean isByteLevel(JsonNode step) {
        return step.path("type").asString("").equals("ByteLevel");
    }
}
