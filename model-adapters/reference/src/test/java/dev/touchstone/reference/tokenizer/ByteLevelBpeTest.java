package dev.touchstone.reference.tokenizer;

import static dev.touchstone.reference.tokenizer.TinyVocabularies.byteLevel;
import static dev.touchstone.reference.tokenizer.TinyVocabularies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteLevelBpeTest {

    @Test
    void mergesTheLowestRankFirstAndOfEqualOnesTheLeftmost() {
        Tokenizer tokenizer = tokenizer(byteLevel("gpt-2", "b c", "a b", "a a"));

        assertThat(tokenizer.encode("abc", false)).containsExactly(3 + 'a', 259);
        assertThat(tokenizer.encode("aaa", false)).containsExactly(261, 3 + 'a');
    }

    @Test
    void takesAWholeWordThatNoMergeLeadsToOnlyWithLlama3() {
        String[] merges = {"a b", "c d", "ab cd"};

        assertThat(tokenizer(withoutLastMerge(byteLevel("llama-bpe", merges))).encode("abcd", false))
                .containsExactly(261);
        assertThat(tokenizer(withoutLastMerge(byteLevel("gpt-2", merges))).encode("abcd", false))
                .containsExactly(259, 260);
    }

    private static Map<String, Object> withoutLastMerge(Map<String, Object> metadata) {
        String[] merges = (String[]) metadata.get("tokenizer.ggml.merges");
        metadata.put("tokenizer.ggml.merges", Arrays.copyOf(merges, merges.length - 1));
        return metadata;
    }

    @Test
    void recognizesControlAndUserDefinedTokensInTheText() {
        Tokenizer tokenizer = tokenizer(byteLevel("gpt-2"));

        assertThat(tokenizer.encode("<s>a<|tool|></s", false))
                .startsWith(0, 3 + 'a', 2)
                .endsWith(bytes("</s"))
                .hasSize(6);
        assertThat(text(tokenizer, 0, 3 + 'a', 2)).isEqualTo("<s>a<|tool|>");
    }

    @Test
    void takesTheLongestSpecialTokenOfThoseThatStartAtTheSamePlace() {
        Map<String, Object> metadata = byteLevel("gpt-2");
        String[] tokens = (String[]) metadata.get("tokenizer.ggml.tokens");
        tokens[2] = "<s><s>";

        assertThat(tokenizer(metadata).encode("<s><s><s>", false)).containsExactly(2, 0);
    }

    @Test
    void addsBosAndEosOnlyWhereTheFileSaysSo() {
        Map<String, Object> metadata = byteLevel("gpt-2");
        assertThat(tokenizer(metadata).encode("", true)).isEmpty();

        metadata.put("tokenizer.ggml.add_bos_token", true);
        metadata.put("tokenizer.ggml.add_eos_token", true);
        assertThat(tokenizer(metadata).encode("a", true)).containsExactly(0, 3 + 'a', 1);
        assertThat(tokenizer(metadata).encode("a", false)).containsExactly(3 + 'a');
    }

    @Test
    void addsABosByDefaultWithLlama3() {
        assertThat(tokenizer(byteLevel("llama-bpe")).encode("a", true)).containsExactly(0, 3 + 'a');
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "\uD800x", "x\uDC00\uD83D\uDE00\uD83D"})
    void encodesALoneSurrogateAsTheReplacementCharacter(String text) {
        Tokenizer tokenizer = tokenizer(byteLevel("gpt-2"));

        String expected = text.replace("\uD83D\uDE00", "!!")
                .replaceAll("[\uD800-\uDFFF]", "\uFFFD")
                .replace("!!", "\uD83D\uDE00");
        assertThat(text(tokenizer, tokenizer.encode(text, false))).isEqualTo(expected);
    }

    @Test
    void leavesOutBytesThatTheVocabularyLacks() {
        Map<String, Object> metadata = byteLevel("gpt-2", "a b");
        String[] tokens = (String[]) metadata.get("tokenizer.ggml.tokens");
        tokens[3 + 4] = "unused";

        assertThat(tokenizer(metadata).encode("\u0004", false)).isEmpty();
    }

    @Test
    void refusesToDecodeATokenThatIsNotInTheVocabulary() {
        Tokenizer tokenizer = tokenizer(byteLevel("gpt-2"));

        assertThatThrownBy(() -> tokenizer.decode(new int[] {259}))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "token 259 can't be decoded: the vocabulary has tokens 0 to 258; use the tokenizer that made the tokens");
    }

    @Test
    void needsNoQuadraticTimeForALongWord() {
        Tokenizer tokenizer = tokenizer(byteLevel("gpt-2", "a a", "aa aa", "aaaa aaaa", "aaaaaaaa aaaaaaaa"));
        String word = "a".repeat(1_000_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(tokenizer.encode(word, false)).hasSize(62_500).containsOnly(262));
    }

    @Test
    void givesTheSameTokensToSeveralThreads() {
        Tokenizer tokenizer = tokenizer(byteLevel("smollm", "a b", "ab c", "c a", "b b"));
        Random random = new Random(5);
        String[] texts = random.ints(500, 0, Integer.MAX_VALUE)
                .mapToObj(seed -> new Random(seed)
                        .ints(40, 0, 5)
                        .mapToObj(i -> "abc 1".substring(i, i + 1))
                        .reduce("", String::concat))
                .toArray(String[]::new);
        int[][] expected = Arrays.stream(texts)
                .map(text -> tokenizer(byteLevel("smollm", "a b", "ab c", "c a", "b b"))
                        .encode(text, false))
                .toArray(int[][]::new);

        int[][] actual = IntStream.range(0, texts.length)
                .parallel()
                .mapToObj(i -> tokenizer.encode(texts[i], false))
                .toArray(int[][]::new);

        assertThat(actual).isDeepEqualTo(expected);
    }

    private static Tokenizer tokenizer(Map<String, Object> metadata) {
        return GgufTokenizers.from(metadata, "tiny.gguf");
    }

    private static String text(Tokenizer tokenizer, int... ids) {
        return new String(tokenizer.decode(ids), StandardCharsets.UTF_8);
    }
}
