package dev.touchstone.reference.tokenizer;

import dev.touchstone.model.ModelException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;

/** Says a character that is no token: by its UTF-8 bytes, {@code <0xNN>}, where the vocabulary has them all, else by the unknown token. */
final class ByteFallback {

    private final TokenizerMetadata metadata;
    private final int[] byteTokens = new int[256];
    private final OptionalInt unknown;

    private ByteFallback(TokenizerMetadata metadata, OptionalInt unknown) {
        this.metadata = metadata;
        this.unknown = unknown;
    }

    static ByteFallback from(TokenizerMetadata metadata, Vocabulary vocabulary, OptionalInt unknown) {
        ByteFallback fallback = new ByteFallback(metadata, unknown);
        for (int value = 0; value < 256; value++) {
            fallback.byteTokens[value] = vocabulary.find(String.format(Locale.ROOT, "<0x%02X>", value));
        }
        for (int id = 0; id < vocabulary.size(); id++) {
            if (vocabulary.type(id) == TokenType.BYTE && !vocabulary.text(id).matches("<0x[0-9A-Fa-f]{2}>")) {
                throw metadata.problem(
                        "tokens",
                        "has \"" + vocabulary.text(id) + "\" as byte token " + id + ", but it must look like <0x0A>");
            }
        }
        return fallback;
    }

    /** The byte that a byte token stands for. */
    static byte[] bytesOf(String byteToken) {
        return new byte[] {(byte) Integer.parseInt(byteToken.substring(3, 5), 16)};
    }

    void add(int codePoint, IntList tokens) {
        byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        for (byte value : bytes) {
            if (byteTokens[Byte.toUnsignedInt(value)] == Vocabulary.NONE) {
                tokens.add(unknown.orElseThrow(() -> cannotSay(codePoint)));
                return;
            }
        }
        for (byte value : bytes) {
            tokens.add(byteTokens[Byte.toUnsignedInt(value)]);
        }
    }

    private ModelException cannotSay(int codePoint) {
        String character = String.format(Locale.ROOT, "U+%04X", codePoint);
        return metadata.problem(
                "unknown_token_id",
                "is missing, and the vocabulary has neither " + character + " nor its bytes; set the key");
    }
}
