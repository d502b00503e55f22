package dev.touchstone.reference.tokenizer;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Builds the tokenizer that a GGUF file describes. Tokens are those of llama.cpp, special tokens in the text included:
 *
 * <ul>
 *   <li>{@code gpt2}: byte-level BPE, with the pre-tokenizers that {@code tokenizer.ggml.pre} names. A Unicode normalizer that the model's
 *       Hugging Face files may ask for (NFC in Qwen 2) is not part of GGUF and isn't applied.
 *   <li>{@code llama}: SentencePiece BPE with byte fallback.
 * </ul>
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class GgufTokenizers {

    private GgufTokenizers() {}

    /**
     * Builds a tokenizer.
     *
     * @param metadata the file's metadata; read are the keys that start with {@code tokenizer.ggml.}, whose values are String, Long,
     *     Boolean, String[], float[] or int[]
     * @param where the file, for messages
     * @return a tokenizer that is safe for several threads
     * @throws ModelException if a key is missing or malformed, or names a kind of tokenizer that isn't known
     */
    public static Tokenizer from(Map<String, Object> metadata, String where) {
        TokenizerMetadata keys = new TokenizerMetadata(metadata, where);
        String model = keys.required("model", String.class);
        return switch (model) {
            case "gpt2" -> byteLevel(keys);
            case "llama" -> sentencePiece(keys);
            default ->
                throw keys.problem(
                        "model",
                        "is \"" + model
                                + "\", but only gpt2 (byte-level BPE) and llama (SentencePiece BPE) are supported");
        };
    }

    private static Tokenizer byteLevel(TokenizerMetadata keys) {
        String name = keys.required("pre", String.class);
        PreTokenizerKind kind = PreTokenizerKind.named(name)
                .orElseThrow(() -> keys.problem(
                        "pre", "is \"" + name + "\", which is not one of " + PreTokenizerKind.knownNames()));
        Vocabulary vocabulary = Vocabulary.from(keys);
        SequenceMarks marks = SequenceMarks.from(keys, vocabulary.size(), kind.addsBos());
        return new VocabularyTokenizer(vocabulary, ByteLevelBpe.from(keys, vocabulary, kind), marks);
    }

    private static Tokenizer sentencePiece(TokenizerMetadata keys) {
        Vocabulary vocabulary = Vocabulary.from(keys);
        SequenceMarks marks = SequenceMarks.from(keys, vocabulary.size(), true);
        return new VocabularyTokenizer(vocabulary, SentencePieceBpe.from(keys, vocabulary), marks);
    }
}
