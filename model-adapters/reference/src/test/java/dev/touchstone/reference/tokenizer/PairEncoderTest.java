package dev.touchstone.reference.tokenizer;

import static dev.touchstone.reference.tokenizer.TinyVocabularies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairEncoderTest {

    private static final int BOS = 0;
    private static final int EOS = 1;

    private final Map<String, Object> metadata = TinyVocabularies.byteLevel("gpt-2", "\u0120 A", "b c");

    @Test
    void splitsAfterTheTokensOfTheContext() {
        EncodedPair pair = encode("Answer:", " A");

        assertThat(pair.context()).containsExactly(bytes("Answer:"));
        assertThat(pair.continuation()).containsExactly(259);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "\n\n", "\u3000", "\u00a0", "\u0085", "\u001c", "\u001f", "\u2007", "\u202f", "\t \u2028"})
    void movesWhitespaceAtTheEndOfTheContextToTheContinuation(String space) {
        EncodedPair pair = encode("Answer:" + space, "B");

        assertThat(pair.context()).containsExactly(bytes("Answer:"));
        assertThat(pair.continuation()).containsExactly(bytes(space + "B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\ufeff", "\u180e", "\u0007"})
    void leavesWhatPythonDoesNotCallWhitespace(String text) {
        assertThat(encode("Q" + text, "B").continuation()).containsExactly(bytes("B"));
    }

    @Test
    void splitsByLengthWhereATokenSpansTheSeam() {
        EncodedPair pair = encode("ab", "cd");

        // Together a, bc, d: after as many tokens as "ab" has only d is left, as in lm-evaluation-harness.
        assertThat(pair.context()).containsExactly(bytes("ab"));
        assertThat(pair.continuation()).containsExactly(bytes("d"));
    }

    @Test
    void refusesAContinuationThatTheContextSwallows() {
        assertThatThrownBy(() -> encode("x".repeat(50) + "\nb", "c"))
                .isInstanceOf(ModelException.class)
                .hasMessage("the continuation \"c\" after the context ...\"" + "x".repeat(38)
                        + "\\nb\" has no token of its own: both together have 52 tokens, the context alone 52; let the"
                        + " continuation start where a token starts, usually with a space");
    }

    @Test
    void refusesAnEmptyContinuation() {
        assertThatThrownBy(() -> encode("Q", ""))
                .hasMessageStartingWith("the continuation \"\" after the context \"Q\" has no");
        assertThatThrownBy(() -> encode("", ""))
                .hasMessageStartingWith("the continuation \"\" after the context \"\" has no");
    }

    @Test
    void putsTheBosInPlaceOfAnEmptyContext() {
        metadata.put("tokenizer.ggml.add_bos_token", true);

        assertThat(encode("", " A").context()).containsExactly(BOS);
        assertThat(encode("", " A").continuation()).containsExactly(259);
    }

    @Test
    void putsTheEosInPlaceOfAnEmptyContextWithoutABos() {
        metadata.remove("tokenizer.ggml.bos_token_id");
        assertThat(encode("", "B").context()).containsExactly(EOS);

        metadata.remove("tokenizer.ggml.eos_token_id");
        assertThatThrownBy(() -> encode("", "B"))
                .hasMessage(
                        "an empty context needs a BOS or EOS token, and the tokenizer has neither; give a context, or a"
                                + " tokenizer that names one");
    }

    @Test
    void doesNotScoreAPrefixTokenThatTheContinuationStartsWith() {
        EncodedPair pair = encode("", "<s>B");

        assertThat(pair.context()).containsExactly(BOS);
        assertThat(pair.continuation()).containsExactly(bytes("B"));
        assertThatThrownBy(() -> encode("", "<s>")).hasMessageContaining("has no token of its own");
    }

    @Test
    void countsTheBosThatTheTokenizerAddsToTheContext() {
        metadata.put("tokenizer.ggml.add_bos_token", true);

        assertThat(encode("Q", "B").context()).containsExactly(BOS, 3 + 'Q');
        assertThat(encode("Q", "B").continuation()).containsExactly(bytes("B"));
        assertThat(encode(" ", "B").context()).containsExactly(BOS);
    }

    @Test
    void addsNoSecondBosToTextThatStartsWithIt() {
        metadata.put("tokenizer.ggml.add_bos_token", true);

        assertThat(encode("<s>Q", "B").context()).containsExactly(BOS, 3 + 'Q');
        assertThat(encode("<s>Q", "B").continuation()).containsExactly(bytes("B"));
    }

    @Test
    void refusesAContextOfWhitespaceWithoutABos() {
        assertThatThrownBy(() -> encode(" \n", "B"))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "the context \" \\n\" is only whitespace, which moves to the continuation, and the tokenizer adds no"
                                + " BOS: nothing is left to condition on; give a context with text");
    }

    @Test
    void encodesEachContinuationOfASharedContextAsIfItWereAlone() {
        PairEncoder shared = new PairEncoder(GgufTokenizers.from(metadata, "tiny.gguf"));

        for (String context : new String[] {"Q1", "Q1", "Q2 ", "Q1"}) {
            for (String continuation : new String[] {" A", "bc", "d"}) {
                assertThat(shared.encode(context, continuation))
                        .usingRecursiveComparison()
                        .isEqualTo(encode(context, continuation));
            }
        }
    }

    private EncodedPair encode(String context, String continuation) {
        return new PairEncoder(GgufTokenizers.from(metadata, "tiny.gguf")).encode(context, continuation);
    }
}
