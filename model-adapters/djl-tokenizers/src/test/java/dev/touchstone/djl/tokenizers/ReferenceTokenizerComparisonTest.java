package dev.touchstone.djl.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.tokenizer.GgufTokenizers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two independent implementations, Hugging Face's in Rust and the project's own, on the same vocabulary and merges. */
class ReferenceTokenizerComparisonTest {

    private static final List<String> PIECES = List.of(
            "the",
            " the",
            " tin",
            "a",
            "er",
            "ll",
            "Z",
            " ",
            "  ",
            "\t",
            "\n",
            "\n\n",
            "\r\n",
            "123",
            "0",
            "\u0661",
            "\u00bd",
            "\u2167",
            "\u4e2d",
            "\u6587",
            "\u4e00",
            "\uff0c",
            "\u3000",
            "\u00a0",
            "\u0085",
            "\u2028",
            "\ud83d\ude00",
            "\ud83d\udc68\u200d\ud83d\udc69",
            "\ud840\udc00",
            "e\u0301",
            "\u0301",
            "\u0000",
            "\u0001",
            "\u001c",
            "\u007f",
            "'s",
            "'S",
            "'ll",
            "'",
            ".",
            "!?",
            "<|eos|>",
            "<|bos",
            "\ufffd",
            "\ufeff",
            "\ud800",
            "\udc00");

    @TempDir
    Path folder;

    private Tokenizer huggingFace;
    private Tokenizer reference;

    @BeforeEach
    void openBoth() throws IOException {
        new TokenizerFolder(folder).write();
        huggingFace = new HuggingFaceTokenizerProvider().open(folder);
        reference = GgufTokenizers.from(ggufMetadata(), "memory");
    }

    private static Map<String, Object> ggufMetadata() {
        List<String> tokens = new ArrayList<>(TokenizerFolder.tokens());
        tokens.addAll(TokenizerFolder.ADDED);
        int[] types = new int[tokens.size()];
        for (String added : TokenizerFolder.ADDED) {
            types[tokens.indexOf(added)] = 3;
        }
        return Map.of(
                "tokenizer.ggml.model",
                "gpt2",
                "tokenizer.ggml.pre",
                "gpt-2",
                "tokenizer.ggml.tokens",
                tokens.toArray(String[]::new),
                "tokenizer.ggml.merges",
                TokenizerFolder.MERGES.toArray(String[]::new),
                "tokenizer.ggml.token_type",
                types);
    }

    @Test
    void bothGiveTheSameTokensAndTheSameTextBack() {
        Random random = new Random(20261123);
        for (int i = 0; i < 5000; i++) {
            String text = randomText(random);
            int[] expected = huggingFace.encode(text, false);

            assertThat(reference.encode(text, false)).as(text).containsExactly(expected);
            byte[] decoded = huggingFace.decode(expected);
            assertThat(reference.decode(expected)).as(text).containsExactly(decoded);
            assertThat(new String(decoded, StandardCharsets.UTF_8)).isEqualTo(scalarValues(text));
        }
    }

    private static String randomText(Random random) {
        return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(random.nextInt(20))
                .reduce("", String::concat);
    }

    /** {@code text} with U+FFFD for each surrogate that has no partner. */
    private static String scalarValues(String text) {
        return text.codePoints()
                .map(codePoint -> codePoint >= 0xD800 && codePoint <= 0xDFFF ? 0xFFFD : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
