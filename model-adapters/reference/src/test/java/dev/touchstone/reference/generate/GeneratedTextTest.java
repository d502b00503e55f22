package dev.touchstone.reference.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.gguf.GgufFile;
import dev.touchstone.reference.testing.TinyModels;
import dev.touchstone.reference.testing.TinyTokens;
import dev.touchstone.reference.tokenizer.GgufTokenizers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedTextTest {

    private static Tokenizer tokenizer;

    @BeforeAll
    static void open(@TempDir Path folder) {
        GgufFile file = GgufFile.open(TinyModels.gguf(folder.resolve("tiny.gguf"), 1));
        tokenizer = GgufTokenizers.from(file.metadata(), "tiny.gguf");
    }

    @Test
    void findsAStopStringThatBeginsAndEndsInsideOfTokens() {
        GeneratedText text = text("t a");
        add(text, "at");
        add(text, " a");
        assertThat(text.isStopped()).isTrue();
        assertThat(text.text()).isEqualTo("a");
    }

    @Test
    void isNotStoppedByPartOfAStopString() {
        GeneratedText text = text("Question:");
        add(text, "x Question");
        assertThat(text.isStopped()).isFalse();
        assertThat(text.text()).isEqualTo("x Question");
        add(text, ":");
        assertThat(text.isStopped()).isTrue();
        assertThat(text.text()).isEqualTo("x ");
    }

    @Test
    void cutsAtEachStopStringInTheOrderGiven() {
        GeneratedText text = text("bc", "ab");
        add(text, "abc");
        // As postprocess_generated_text of lm-evaluation-harness 0.4.13: after the cut at "bc" there is no "ab".
        assertThat(text.text()).isEqualTo("a");
    }

    @Test
    void leavesControlTokensOut() {
        GeneratedText text = text("never");
        text.add(TinyTokens.BEGIN);
        add(text, " the");
        text.add(TinyTokens.PADDING);
        add(text, " cat");
        assertThat(text.text()).isEqualTo(" the cat");
    }

    @Test
    void aControlTokenCanBeAStopString() {
        GeneratedText text = text("<pad>");
        add(text, " the");
        text.add(TinyTokens.PADDING);
        assertThat(text.isStopped()).isTrue();
        assertThat(text.text()).isEqualTo(" the");
    }

    @Test
    void findsAStopStringInterruptedByAControlToken() {
        GeneratedText text = text("END");
        add(text, "x EN");
        text.add(TinyTokens.PADDING);
        add(text, "D");
        assertThat(text.isStopped()).isTrue();
        assertThat(text.text()).isEqualTo("x ");
    }

    @Test
    void aCharacterThatIsNotCompleteIsAReplacementCharacter() {
        GeneratedText text = text("\u4e2d");
        int[] bytes = tokenizer.encode("\u4e2d", false);
        assertThat(bytes).hasSize(3);
        text.add(bytes[0]);
        text.add(bytes[1]);
        assertThat(text.text()).isEqualTo("\ufffd");
        assertThat(text.isStopped()).isFalse();
        text.add(bytes[2]);
        assertThat(text.isStopped()).isTrue();
        assertThat(text.text()).isEmpty();
    }

    @Test
    void idsBeyondTheVocabularyStandForNoText() {
        GeneratedText text = text("never");
        add(text, "a");
        text.add(TinyTokens.COUNT);
        add(text, "b");
        assertThat(text.text()).isEqualTo("ab");
    }

    private static GeneratedText text(String... until) {
        return new GeneratedText(tokenizer, List.of(until));
    }

    private static void add(GeneratedText text, String piece) {
        for (int token : tokenizer.encode(piece, false)) {
            text.add(token);
        }
    }
}
