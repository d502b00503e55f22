package dev.touchstone.reference.tokenizer;

import java.util.HashMap;
import java.util.Map;

/** The tokens of a model: their texts as stored, their types, and the way back from a text to its id. */
final class Vocabulary {

    /** What {@link #find} gives for a text that is no token. */
    static final int NONE = -1;

    private final String[] texts;
    private final TokenType[] types;
    private final Map<String, Integer> ids;

    private Vocabulary(String[] texts, TokenType[] types, Map<String, Integer> ids) {
        this.texts = texts;
        this.types = types;
        this.ids = ids;
    }

    /** Reads {@code tokens} and {@code token_type}; without the latter all tokens are normal. */
    static Vocabulary from(TokenizerMetadata metadata) {
        String[] texts = metadata.required("tokens", String[].class);
        if (texts.length == 0) {
            throw metadata.problem("tokens", "is empty");
        }
        return new Vocabulary(texts, types(metadata, texts.length), ids(metadata, texts));
    }

    private static TokenType[] types(TokenizerMetadata metadata, int size) {
        int[] numbers = metadata.optional("token_type", int[].class).orElseGet(() -> new int[size]);
        if (numbers.length != size) {
            throw metadata.problem(
                    "token_type", "has " + numbers.length + " elements, but there are " + size + " tokens");
        }
        TokenType[] types = new TokenType[size];
        for (int id = 0; id < size; id++) {
            types[id] = TokenType.of(numbers[id]);
        }
        return types;
    }

    private static Map<String, Integer> ids(TokenizerMetadata metadata, String[] texts) {
        Map<String, Integer> ids = new HashMap<>(texts.length * 2);
        for (int id = 0; id < texts.length; id++) {
            Integer earlier = ids.put(texts[id], id);
            if (earlier != null) {
                throw metadata.problem("tokens", "has \"" + texts[id] + "\" twice, as " + earlier + " and as " + id);
            }
        }
        return ids;
    }

    int size() {
        return texts.length;
    }

    /** The token's text as stored: bytes as GPT-2's characters, or spaces as U+2581, depending on the model. */
    String text(int id) {
        return texts[id];
    }

    TokenType type(int id) {
        return types[id];
    }

    /** The id of the token with this text, or {@link #NONE}. */
    int find(String text) {
        return ids.getOrDefault(text, NONE);
    }
}
