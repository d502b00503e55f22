package dev.touchstone.reference.tokenizer;

import dev.touchstone.model.ModelException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The {@code tokenizer.ggml.*} keys of a GGUF file, with their types checked. Keys are given without that prefix. */
final class TokenizerMetadata {

    private static final String PREFIX = "tokenizer.ggml.";

    private final Map<String, Object> values;
    private final String where;

    TokenizerMetadata(Map<String, Object> values, String where) {
        this.values = values;
        this.where = where;
    }

    /** The value of a key that must be there. */
    <T> T required(String key, Class<T> type) {
        return optional(key, type)
                .orElseThrow(
                        () -> problem(
                                key,
                                "is missing; convert the model again with a converter that writes the tokenizer into the file"));
    }

    /** The value of a key that may be missing. */
    <T> Optional<T> optional(String key, Class<T> type) {
        Object value = values.get(PREFIX + key);
        if (value != null && !type.isInstance(value)) {
            throw problem(key, "is " + value.getClass().getSimpleName() + ", but must be " + type.getSimpleName());
        }
        return Optional.ofNullable(type.cast(value));
    }

    /** A token id that may be missing, and must be at least 0 and below {@code vocabularySize}. */
    OptionalInt tokenId(String key, int vocabularySize) {
        Optional<Long> id = optional(key, Long.class);
        if (id.isEmpty()) {
            return OptionalInt.empty();
        }
        if (id.get() < 0 || id.get() >= vocabularySize) {
            throw problem(key, "is " + id.get() + ", but must be from 0 to " + (vocabularySize - 1));
        }
        return OptionalInt.of(id.get().intValue());
    }

    /** An error that names the file and the key. */
    ModelException problem(String key, String message) {
        return new ModelException(where + ": " + PREFIX + key + " " + message);
    }
}
