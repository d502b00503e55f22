package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AnalysisTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double ODDS = Math.log(0.85 / 0.15);

    private final ItemTable table = new ItemTable("s", new Questions());

    @Test
    void confidenceIsTheAnswersShareAmongTheChoices() {
        add("law", "[' A', ' B']", "[-1.0, " + (-1 - ODDS) + "]", 0, 0);
        add("law", "[' A', ' B']", "[-50.0, " + (-50 - ODDS) + "]", 1, 0);
        JsonNode calibration = Analysis.of(table).get("calibration");
        JsonNode bins = calibration.get("bins");
        assertThat(bins).hasSize(10);
        JsonNode ninth = bins.get(8);
        assertThat(ninth.get("n").asInt()).isEqualTo(2);
        assertThat(ninth.get("confidence").asDouble()).isCloseTo(0.85, within(1e-12));
        assertThat(ninth.get("accuracy").get("value").asDouble()).isEqualTo(0.5);
        assertThat(calibration.get("expectedError").get("value").asDouble()).isCloseTo(0.35, within(1e-12));
    }

    @Test
    void theCalibrationErrorIsThatOfTheResults() {
        add("law", "[' A', ' B']", "[-1.0, -2.0]", 0, 0);
        JsonNode suite = json("{'metrics': {'ece': {'value': 0.25, 'stderr': 0.5, 'ci95': [0.125, 0.375], 'n': 1}}}");
        assertThat(Analysis.of(table, suite)
                        .at("/calibration/expectedError/stderr")
                        .asDouble())
                .isEqualTo(0.5);
    }

    @Test
    void labelsThatAllItemsHaveMakeOneMatrixForTheSuite() {
        add("law", "[' A', ' B', ' C']", "[-1.0, -2.0, -3.0]", 2, 0);
        add("art", "[' A', ' B', ' C']", "[-3.0, -1.0, -3.0]", 1, 1);
        JsonNode labelled = Analysis.of(table).get("labelled");
        assertThat(labelled).hasSize(1);
        assertThat(labelled.get(0).get("subject").asString()).isEmpty();
        assertThat(labelled.get(0).get("labels")).isEqualTo(json("['A', 'B', 'C']"));
        assertThat(labelled.get(0).get("confusion")).isEqualTo(json("[[0, 0, 0], [0, 1, 0], [1, 0, 0]]"));
        assertThat(labelled.get(0)
                        .get("curves")
                        .valueStream()
                        .map(curves -> curves.get("label").asString()))
                .as("each label against the rest")
                .containsExactly("A", "B", "C");
    }

    @Test
    void subjectsWithLabelsOfTheirOwnHaveAMatrixEach() {
        add("cola", "[' no', ' yes']", "[-1.0, -2.0]", 0, 0);
        add("cola", "[' no', ' yes']", "[-2.0, -1.0]", 1, 1);
        add("rte", "[' True', ' False']", "[-2.0, -1.0]", 0, 1);
        add("open", "[' red']", "[-2.0]", 0, 0);
        add("open", "[' green']", "[-2.0]", 0, 0);
        JsonNode labelled = Analysis.of(table).get("labelled");
        assertThat(labelled).hasSize(2);
        assertThat(labelled.get(0).get("subject").asString()).isEqualTo("cola");
        JsonNode roc = labelled.get(0).at("/curves/0/roc");
        assertThat(roc.get("area").get("value").asDouble()).isEqualTo(1);
        assertThat(roc.get("points")).isEqualTo(json("[[0.0, 0.0], [0.0, 1.0], [1.0, 1.0]]"));
        JsonNode oneSided = labelled.get(1).at("/curves/0/roc");
        assertThat(oneSided.get("area").get("undefined").asString()).contains("no item is positive");
        assertThat(oneSided.get("points")).isEmpty();
    }

    @Test
    void textsOfTheirOwnAreNoLabels() {
        add("law", "[' red', ' green']", "[-1.0, -2.0]", 0, 0);
        add("law", "[' one', ' two']", "[-1.0, -2.0]", 0, 0);
        assertThat(Analysis.of(table).get("labelled")).isEmpty();
        assertThat(Analysis.of(table).get("calibration").isNull()).isFalse();
    }

    @Test
    void itemsWithoutLoglikelihoodsSayNothing() {
        table.add(json(
                "{'subject': 'x', 'prompt': 'p', 'choices': [], 'gold': 'six', 'response': '6', 'outcome': 'wrong'}"));
        add("law", "[' A', ' B']", "[]", 0, -1);
        add("law", "[' A', ' B']", "[null, -1.0]", 0, 1);
        ObjectNode analysis = Analysis.of(table);
        assertThat(analysis.get("calibration").isNull()).isTrue();
        assertThat(analysis.get("labelled")).isEmpty();
    }

    private void add(String subject, String choices, String loglikelihoods, int gold, int answer) {
        table.add(json("{'subject': '" + subject + "', 'prompt': 'p', 'choices': " + choices + ", 'loglikelihoods': "
                + loglikelihoods + ", 'gold': " + gold + ", 'answer': " + answer + "}"));
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }
}
