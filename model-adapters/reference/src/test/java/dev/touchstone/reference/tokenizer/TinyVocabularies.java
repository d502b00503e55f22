package dev.touchstone.reference.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** GGUF metadata of vocabularies small enough to check by hand. */
final class TinyVocabularies {

    static final int NORMAL = 1;
    static final int CONTROL = 3;
    static final int USER_DEFINED = 4;

    private TinyVocabularies() {}

    /** Byte-level BPE: id 0 is {@code <s>}, 1 {@code </s>}, 2 {@code <|tool|>} (user-defined), 3 to 258 are the bytes, then the results of the merges. */
    static Map<String, Object> byteLevel(String pre, String... merges) {
        List<String> tokens = new ArrayList<>(List.of("<s>", "</s>", "<|tool|>"));
        for (int value = 0; value < 256; value++) {
            tokens.add(String.valueOf(ByteAlphabet.characterOf(value)));
        }
        for (String merge : merges) {
            tokens.add(merge.replace(" ", ""));
        }
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("tokenizer.ggml.model", "gpt2");
        metadata.put("tokenizer.ggml.pre", pre);
        metadata.put("tokenizer.ggml.tokens", tokens.toArray(String[]::new));
        metadata.put("tokenizer.ggml.merges", merges);
        metadata.put("tokenizer.ggml.token_type", types(tokens.size()));
        metadata.put("tokenizer.ggml.bos_token_id", 0L);
        metadata.put("tokenizer.ggml.eos_token_id", 1L);
        return metadata;
    }

    /** SentencePiece BPE: id 0 is {@code <s>}, 1 {@code </s>}, 2 {@code <unk>}, 3 to 258 are the bytes, then the given pieces, best first. */
    static Map<String, Object> sentencePiece(String... pieces) {
        List<String> tokens = new ArrayList<>(List.of("<s>", "</s>", "<unk>"));
        for (int value = 0; value < 256; value++) {
            tokens.add(String.format(Locale.ROOT, "<0x%02X>", value));
        }
        tokens.addAll(List.of(pieces));
        int[] types = types(tokens.size());
        types[2] = 2;
        float[] scores = new float[tokens.size()];
        for (int id = 3; id < 259; id++) {
            types[id] = 6;
        }
        for (int id = 259; id < scores.length; id++) {
            scores[id] = 258 - id;
        }
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("tokenizer.ggml.model", "llama");
        metadata.put("tokenizer.ggml.tokens", tokens.toArray(String[]::new));
        metadata.put("tokenizer.ggml.scores", scores);
        metadata.put("tokenizer.ggml.token_type", types);
        metadata.put("tokenizer.ggml.bos_token_id", 0L);
        metadata.put("tokenizer.ggml.eos_token_id", 1L);
        metadata.put("tokenizer.ggml.unknown_token_id", 2L);
        return metadata;
    }

    private static int[] types(int size) {
        int[] types = new int[size];
        Arrays.fill(types, NORMAL);
        types[0] = CONTROL;
        types[1] = CONTROL;
        types[2] = USER_DEFINED;
        return types;
    }

    /** The ids of the bytes of {@code text} in both vocabularies. */
    static int[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] ids = new int[bytes.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = 3 + Byte.toUnsignedInt(bytes[i]);
        }
        return ids;
    }
}
