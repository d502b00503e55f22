package dev.touchstone.reference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GgufTokenizersTest {

    private final Map<String, Object> metadata = TinyVocabularies.byteLevel("gpt-2", "a b");

    @Test
    void givesTheVocabularySizeAndTheMarksOfTheFile() {
        Tokenizer tokenizer = GgufTokenizers.from(metadata, "tiny.gguf");

        assertThat(tokenizer.vocabularySize()).isEqualTo(260);
        assertThat(tokenizer.bos()).hasValue(0);
        assertThat(tokenizer.eos()).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "pre", "tokens", "merges"})
    void namesAKeyThatIsMissing(String key) {
        metadata.remove("tokenizer.ggml." + key);

        refuses("tokenizer.ggml." + key
                + " is missing; convert the model again with a converter that writes the tokenizer into the file");
    }

    @Test
    void refusesAnUnknownModelByName() {
        metadata.put("tokenizer.ggml.model", "bert");

        refuses(
                "tokenizer.ggml.model is \"bert\", but only gpt2 (byte-level BPE) and llama (SentencePiece BPE) are supported");
    }

    @Test
    void refusesAnUnknownPreTokenizerAndListsTheKnownOnes() {
        metadata.put("tokenizer.ggml.pre", "tekken");

        refuses(
                "tokenizer.ggml.pre is \"tekken\", which is not one of codeshell, dbrx, deepseek-r1-qwen, exaone, falcon3, gpt-2,"
                        + " jais, llama-bpe, llama-v3, llama3, megrez, minerva-7b, mpt, olmo, phi-2, qwen2, refact, smaug-bpe, smollm,"
                        + " stablelm2, starcoder");
    }

    @Test
    void refusesAKeyOfAnotherType() {
        metadata.put("tokenizer.ggml.merges", "a b");

        refuses("tokenizer.ggml.merges is String, but must be String[]");
    }

    @Test
    void refusesATokenThatIsThereTwice() {
        ((String[]) metadata.get("tokenizer.ggml.tokens"))[2] = "a";

        refuses("tokenizer.ggml.tokens has \"a\" twice, as 2 and as 100");
    }

    @Test
    void refusesAMergeOfATokenThatIsNotThere() {
        metadata.put("tokenizer.ggml.merges", new String[] {"a b", "b c"});

        refuses("tokenizer.ggml.merges has \"b c\" at 1, whose parts or result are not in tokenizer.ggml.tokens");
    }

    @Test
    void refusesAMergeOfOneToken() {
        metadata.put("tokenizer.ggml.merges", new String[] {"ab"});

        refuses("tokenizer.ggml.merges has \"ab\" at 0, but must have two tokens with a space between");
    }

    @Test
    void refusesTypesAndScoresOfAnotherNumber() {
        metadata.put("tokenizer.ggml.token_type", new int[3]);
        refuses("tokenizer.ggml.token_type has 3 elements, but there are 260 tokens");

        metadata.putAll(TinyVocabularies.sentencePiece("a"));
        metadata.put("tokenizer.ggml.scores", new float[1]);
        refuses("tokenizer.ggml.scores has 1 elements, but there are 260 tokens");
    }

    @Test
    void refusesAByteTokenOfAnotherForm() {
        metadata.putAll(TinyVocabularies.sentencePiece("a"));
        ((String[]) metadata.get("tokenizer.ggml.tokens"))[3] = "0x00";

        refuses("tokenizer.ggml.tokens has \"0x00\" as byte token 3, but it must look like <0x0A>");
    }

    @Test
    void refusesAMarkOutsideOfTheVocabulary() {
        metadata.put("tokenizer.ggml.bos_token_id", 260L);

        refuses("tokenizer.ggml.bos_token_id is 260, but must be from 0 to 259");
    }

    @Test
    void refusesToAddABosThatTheFileDoesNotName() {
        metadata.remove("tokenizer.ggml.bos_token_id");
        metadata.put("tokenizer.ggml.add_bos_token", true);

        refuses("tokenizer.ggml.bos_token_id is missing, but tokenizer.ggml.add_bos_token is true");
    }

    private void refuses(String message) {
        assertThatThrownBy(() -> GgufTokenizers.from(metadata, "tiny.gguf"))
                .isInstanceOf(ModelException.class)
                .hasMessage("tiny.gguf: " + message);
    }
}
