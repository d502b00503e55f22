package dev.touchstone.training.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.djl.tokenizers.HuggingFaceTokenizerProvider;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.training.tokenizer.BytePairs.Merge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BpeTrainerTest {

    @TempDir
    Path folder;

    /** Worked out by hand: "ab" comes 4 times, then "abc" 3 times; "bd" comes once. */
    @Test
    void theMostFrequentPairIsMergedFirst() {
        BpeTrainer trainer = new BpeTrainer(1000, 10);
        trainer.add("abc\nabc\nabc\nabd");

        assertThat(trainer.train().merges())
                .containsExactly(new Merge(id('a'), id('b')), new Merge(BytePairs.FIRST_MERGE, id('c')));
    }

    @Test
    void amongEquallyFrequentPairsTheSmallerIsMergedFirst() {
        BpeTrainer trainer = new BpeTrainer(258, 10);
        trainer.add("zy\nba\nzy\nba");

        assertThat(trainer.train().merges()).containsExactly(new Merge(id('b'), id('a')));
    }

    @Test
    void noTokenIsLongerThanAllowed() {
        BpeTrainer trainer = new BpeTrainer(1000, 3);
        trainer.add("abcdefgh abcdefgh abcdefgh");

        Tokenizer tokenizer = write(trainer.train());
        for (int id = 1; id < tokenizer.vocabularySize(); id++) {
            assertThat(tokenizer.decode(new int[] {id})).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void tokensNeverCrossWordsOrDigits() {
        BpeTrainer trainer = new BpeTrainer(1000, 20);
        trainer.add("on 1234 on 1234 on 1234");

        assertThat(write(trainer.train()).encode("on 1234", false))
                .as("'on', ' ', '1', '2', '3', '4'")
                .hasSize(6);
    }

    @Test
    void everyChineseCharacterIsATokenOfItsOwn() {
        BpeTrainer trainer = new BpeTrainer(1000, 18);
        trainer.add("北京是首都。北京是首都。北京是首都。");

        assertThat(write(trainer.train()).encode("答案： 北京是", false))
                .as("the bytes of '答' and '案', '：', ' ', '北', '京', '是'")
                .hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The cat's dinner isn't here.\n\n  Two  spaces",
                "中华人民共和国的首都是北京。",
                "12 + 345 = 357, ½ ²",
                "🙂 café naïve Ω",
                ""
            })
    void everyTextComesBackAsItWas(String text) {
        BpeTrainer trainer = new BpeTrainer(400, 18);
        trainer.add("The cat sat on the mat. The dinner is here. 北京是中国的首都。北京是中国的首都。");

        Tokenizer tokenizer = write(trainer.train());
        int[] tokens = tokenizer.encode(text, true);
        assertThat(new String(tokenizer.decode(tokens), StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void frequentTextBecomesFewTokens() {
        BpeTrainer trainer = new BpeTrainer(400, 18);
        trainer.add("The capital is Beijing. The capital is Beijing.");

        Tokenizer tokenizer = write(trainer.train());
        assertThat(tokenizer.encode(" Beijing", false)).hasSize(1);
        assertThat(tokenizer.encode("The capital is Beijing.", false)).hasSizeLessThan(6);
    }

    @Test
    void theEndOfATextIsTokenZero() {
        Tokenizer tokenizer = write(new BytePairs(java.util.List.of()));

        assertThat(tokenizer.bos()).hasValue(0);
        assertThat(tokenizer.eos()).hasValue(0);
        assertThat(tokenizer.encode("<|endoftext|>", false)).containsExactly(0);
        assertThat(tokenizer.encode("a", true)).containsExactly(id('a'));
    }

    @Test
    void theSameTextsGiveTheSameVocabulary() {
        assertThat(trained()).isEqualTo(trained());
    }

    private static BytePairs trained() {
        BpeTrainer trainer = new BpeTrainer(300, 18);
        trainer.add("one two three four five six seven eight nine ten");
        return trainer.train();
    }

    @Test
    void bytesMustFitIntoTheVocabulary() {
        assertThatThrownBy(() -> new BpeTrainer(256, 18))
                .hasMessage("a byte-level vocabulary has at least 257 tokens, not 256; ask for more");
    }

    private Tokenizer write(BytePairs pairs) {
        try {
            TokenizerFiles.write(pairs, 64, folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new HuggingFaceTokenizerProvider().open(folder);
    }

    private static int id(char letter) {
        return BytePairs.FIRST_BYTE + letter;
    }
}
