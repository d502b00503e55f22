package dev.touchstone.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.djl.tokenizers.HuggingFaceTokenizerProvider;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.tokenizer.EncodedPair;
import dev.touchstone.reference.tokenizer.PairEncoder;
import dev.touchstone.training.tokenizer.BpeTrainer;
import dev.touchstone.training.tokenizer.TokenizerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentEncoderTest {

    @TempDir
    Path folder;

    private Tokenizer tokenizer;
    private DocumentEncoder encoder;

    @BeforeEach
    void makeTokenizer() throws IOException {
        BpeTrainer trainer = new BpeTrainer(300, 18);
        trainer.add("Answer: A\nAnswer: B\nAnswer: A\n答案：A 答案：B");
        TokenizerFiles.write(trainer.train(), 64, folder);
        tokenizer = new HuggingFaceTokenizerProvider().open(folder);
        encoder = new DocumentEncoder(tokenizer);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"Answer:, A", "Answer: ,A", "答案：,A", "Question 12\\nAnswer:, 北京", "Answer:\\n\\n,B"})
    void theTokensThatCountAreThoseThatAnEvaluationScores(String context, String continuation) {
        String before = context.replace("\\n", "\n");
        EncodedDocument document = encoder.encode(Document.answer("x", before, continuation));

        EncodedPair pair = new PairEncoder(tokenizer).encode(before, continuation);
        assertThat(document.tokens()).startsWith(pair.context()).endsWith(pair.continuation());
        float[] expected = new float[document.tokens().length];
        Arrays.fill(expected, pair.context().length, expected.length, 1);
        assertThat(document.weights()).isEqualTo(expected);
    }

    @Test
    void theEndCountsWhereTheDocumentSaysSo() {
        EncodedDocument document = encoder.encode(new Document("x", List.of(new Segment("A", 0.5f)), true, 0.25f));

        assertThat(document.tokens()).containsExactly(0, 1 + 'A', 0);
        assertThat(document.weights()).containsExactly(0, 0.5f, 0.25f);
        assertThat(document.positions()).isEqualTo(2);
    }

    @Test
    void whatFollowsTheLastTokenThatCountsIsNotComputed() {
        Document document =
                new Document("x", List.of(new Segment("A", 0), new Segment("B", 1), new Segment("CCC", 0)), false, 0);

        assertThat(encoder.encode(document).positions()).isEqualTo(1);
    }

    @Test
    void weightsAreNotNegative() {
        assertThatThrownBy(() -> new Segment("A", -1)).hasMessage("the weight of a segment is -1.0; take 0 or more");
    }
}
