package dev.touchstone.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChoiceScoreTest {

    @Test
    void theMostProbableChoiceIsTheAnswer() {
        ChoiceScore score = ChoiceScore.of(List.of(-3.0, -1.0, -2.0), List.of(), List.of("a", "b", "c"), 1);
        assertThat(score).isEqualTo(new ChoiceScore(1, Map.of("acc", 1.0, "acc_norm", 1.0, "acc_bytes", 1.0)));
    }

    /** {@code golden_choices.py} wrote the file: ties, lengths of one to four bytes a character, choices of one length. */
    @Test
    void decidesAThousandRandomItemsAsLmEvaluationHarnessDoes() throws IOException {
        List<JsonNode> rows;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(ChoiceScoreTest.class.getResourceAsStream("choices.jsonl.gz")),
                StandardCharsets.UTF_8))) {
            rows = lines.lines().skip(1).map(JsonMapper.shared()::readTree).toList();
        }
        assertThat(rows).hasSize(1000);
        for (JsonNode row : rows) {
            ChoiceScore score = ChoiceScore.of(
                    numbers(row.get("loglikelihoods")),
                    numbers(row.get("unconditional")),
                    row.get("choices").valueStream().map(JsonNode::asString).toList(),
                    row.get("gold").asInt());
            assertThat(score.answer()).isEqualTo(row.get("answer").asInt());
            row.get("scores")
                    .propertyStream()
                    .forEach(metric -> assertThat(score.scores())
                            .as(row.toString())
                            .containsEntry(metric.getKey(), metric.getValue().asDouble()));
        }
    }

    private static List<Double> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::asDouble).toList();
    }

    @Test
    void theFirstOfSeveralEqualChoicesIsTheAnswer() {
        assertThat(ChoiceScore.of(List.of(-2.0, -1.0, -1.0), List.of(), List.of("a", "b", "c"), 2)
                        .answer())
                .isEqualTo(1);
    }

    @Test
    void lengthsInCodePointsDecideTheNormalizedAnswer() {
        ChoiceScore score =
                ChoiceScore.of(List.of(-3.0, -4.0), List.of(), List.of("\uD83D\uDE00\uD83D\uDE00", "12345678"), 1);
        assertThat(score.scores()).isEqualTo(Map.of("acc", 0.0, "acc_norm", 1.0, "acc_bytes", 0.0));
    }

    /** By code points 1.5 and 0.5 per character; by bytes 0.375 and 0.5. */
    @Test
    void lengthsInBytesDecideTheAnswerPerByte() {
        ChoiceScore score =
                ChoiceScore.of(List.of(-3.0, -2.0), List.of(), List.of("\uD83D\uDE00\uD83D\uDE00", "1234"), 0);
        assertThat(score.scores()).isEqualTo(Map.of("acc", 0.0, "acc_norm", 0.0, "acc_bytes", 1.0));
    }

    @Test
    void whatThePromptAddsDecidesTheAnswerByMutualInformation() {
        ChoiceScore score = ChoiceScore.of(List.of(-3.0, -2.0), List.of(-9.0, -2.5), List.of("a", "b"), 0);
        assertThat(score.scores()).containsEntry("acc", 0.0).containsEntry("acc_mutual_info", 1.0);
        assertThatThrownBy(() -> ChoiceScore.of(
                        List.of(Double.NEGATIVE_INFINITY, -2.0),
                        List.of(Double.NEGATIVE_INFINITY, -1.0),
                        List.of("a", "b"),
                        0))
                .isInstanceOf(ScoreException.class);
    }

    @Test
    void aLoglikelihoodThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> ChoiceScore.of(List.of(-3.0, Double.NaN), List.of(), List.of("a", "b"), 0))
                .isInstanceOf(ScoreException.class)
                .hasMessage(
                        "the model's log-likelihood of choice 1 is not a number (NaN), so no choice can be called the "
                                + "most probable; check the model's weights");
    }

    @Test
    void anImpossibleChoiceIsANumber() {
        assertThat(ChoiceScore.of(List.of(Double.NEGATIVE_INFINITY, -1.0), List.of(), List.of("a", "b"), 1)
                        .answer())
                .isEqualTo(1);
    }

    @Test
    void anEmptyChoiceIsRefused() {
        assertThatThrownBy(() -> ChoiceScore.of(List.of(-3.0, -1.0), List.of(), List.of("", "b"), 0))
                .hasMessage("choice 0 is empty, so its log-likelihood per character is not defined; check the data");
    }
}
