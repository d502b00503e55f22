package dev.touchstone.reference.tokenizer;

import static dev.touchstone.reference.tokenizer.TinyVocabularies.bytes;
import static dev.touchstone.reference.tokenizer.TinyVocabularies.sentencePiece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencePieceBpeTest {

    /** Ids 259 and on, best score first. */
    private static final String[] PIECES = {"ab", "\u2581a", "bc", "\u2581", "a", "b", "c"};

    @Test
    void mergesThePairOfTheHighestScoreFirst() {
        assertThat(tokenizer(sentencePiece(PIECES)).encode("abc", false)).containsExactly(262, 259, 265);
        assertThat(tokenizer(sentencePiece(PIECES)).encode("ac", false)).containsExactly(260, 265);
    }

    @Test
    void mergesTheLeftmostOfEqualScores() {
        Map<String, Object> metadata = sentencePiece(PIECES);
        ((float[]) metadata.get("tokenizer.ggml.scores"))[261] = -1;
        metadata.put("tokenizer.ggml.add_space_prefix", false);

        assertThat(tokenizer(metadata).encode("abc", false)).containsExactly(259, 265);
    }

    @Test
    void putsASpaceBeforeTheTextAndAfterEachSpecialTokenAsLlamaCppDoes() {
        Tokenizer tokenizer = tokenizer(sentencePiece(PIECES));

        assertThat(tokenizer.encode("a</s>a", true)).containsExactly(0, 260, 1, 260);
        assertThat(tokenizer.encode("", false)).isEmpty();
        assertThat(tokenizer.encode("", true)).containsExactly(0);
    }

    @Test
    void saysACharacterThatIsNoTokenByItsBytes() {
        Map<String, Object> metadata = sentencePiece(PIECES);
        metadata.put("tokenizer.ggml.add_space_prefix", false);

        assertThat(tokenizer(metadata).encode("\u4e2d", false)).containsExactly(bytes("\u4e2d"));
    }

    @Test
    void mergesCharactersThatAreNoTokensThemselves() {
        Map<String, Object> metadata = sentencePiece("xy", "\u2581");
        metadata.put("tokenizer.ggml.add_space_prefix", false);

        assertThat(tokenizer(metadata).encode("xyx", false)).containsExactly(259, 3 + 'x');
    }

    @Test
    void fallsBackToTheUnknownTokenWithoutByteTokens() {
        Map<String, Object> metadata = withoutBytes();

        assertThat(tokenizer(metadata).encode("\u4e2d", false)).containsExactly(262, 2);
        metadata.remove("tokenizer.ggml.unknown_token_id");
        assertThatThrownBy(() -> tokenizer(metadata).encode("\u4e2d", false))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "tiny.gguf: tokenizer.ggml.unknown_token_id is missing, and the vocabulary has neither U+4E2D nor"
                                + " its bytes; set the key");
    }

    private static Map<String, Object> withoutBytes() {
        Map<String, Object> metadata = sentencePiece(PIECES);
        String[] tokens = (String[]) metadata.get("tokenizer.ggml.tokens");
        int[] types = (int[]) metadata.get("tokenizer.ggml.token_type");
        for (int id = 3; id < 259; id++) {
            tokens[id] = "unused" + id;
            types[id] = TinyVocabularies.NORMAL;
        }
        return metadata;
    }

    @Test
    void mergesAcrossSpacesWhereAPieceReachesOverOne() {
        Tokenizer tokenizer = tokenizer(sentencePiece("a\u2581b", "a\u2581", "\u2581", "a", "b"));

        assertThat(tokenizer.encode("a b", false)).containsExactly(261, 259);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  a", "ab ca\n", "</s> a</s>  b", "\u4e2d\ud83d\ude00 a", "a<unk>b"})
    void decodesWhatItEncoded(String text) {
        Tokenizer tokenizer = tokenizer(sentencePiece(PIECES));

        assertThat(new String(tokenizer.decode(tokenizer.encode(text, false)), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    private static Tokenizer tokenizer(Map<String, Object> metadata) {
        return GgufTokenizers.from(metadata, "tiny.gguf");
    }
}
