package dev.touchstone.djl.tokenizers;

import dev.touchstone.model.ModelException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Decodes byte-level tokens to exactly the bytes that they stand for. Hugging Face's own decoder gives text, in which a character that is
 * cut in two becomes U+FFFD.
 */
final class ByteLevelDecoder {

    /** GPT-2's alphabet: the byte that a character stands for. */
    private static final Map<Integer, Integer> BYTES = bytes();

    private final byte[][] bytesOfId;

    ByteLevelDecoder(TokenizerJson json) {
        bytesOfId = new byte[json.vocabularySize()][];
        json.vocabulary().forEach((token, id) -> bytesOfId[id] = bytesOf(token));
        json.addedTokens().forEach((token, id) -> bytesOfId[id] = token.getBytes(StandardCharsets.UTF_8));
    }

    byte[] decode(int[] ids) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(ids.length * 5);
        for (int id : ids) {
            if (id < 0 || id >= bytesOfId.length || bytesOfId[id] == null) {
                throw new ModelException("token " + id + " can't be decoded: the vocabulary has tokens 0 to "
                        + (bytesOfId.length - 1) + "; use the tokenizer that made the tokens");
            }
            text.writeBytes(bytesOfId[id]);
        }
        return text.toByteArray();
    }

    private static byte[] bytesOf(String token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        token.codePoints().forEach(codePoint -> {
            Integer value = BYTES.get(codePoint);
            if (value == null) {
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.write(value);
            }
        });
        return bytes.toByteArray();
    }

    /** Printable Latin-1 characters stand for themselves, the other bytes are U+0100 and on (GPT-2's {@code bytes_to_unicode}). */
    private static Map<Integer, Integer> bytes() {
        Map<Integer, Integer> bytes = new HashMap<>();
        int next = 0x100;
        for (int value = 0; value < 256; value++) {
            boolean isPrintable = value >= '!' && value <= '~' || value >= 0xA1 && value != 0xAD;
            bytes.put(isPrintable ? value : next++, value);
        }
        return bytes;
    }
}
