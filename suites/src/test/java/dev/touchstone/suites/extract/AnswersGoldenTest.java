package dev.touchstone.suites.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.suites.extract.Extraction.Answer;
import dev.touchstone.suites.extract.math.Boxed;
import dev.touchstone.suites.extract.math.HendrycksAnswer;
import dev.touchstone.suites.extract.math.MinervaAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares with lm-eval 0.4.13's own functions; {@code src/test/scripts/golden_answers.py} wrote the values. */
class AnswersGoldenTest {

    @Test
    void everyStringIsTreatedAsLmEvalTreatsIt() throws IOException {
        try (InputStream in = AnswersGoldenTest.class.getResourceAsStream("answers.json")) {
            assertThat(compare(new JsonMapper().readTree(in))).isGreaterThan(600);
        }
    }

    @Test
    void publishedAnswersAndMutationsOfThemAreTreatedAsLmEvalTreatsThem() throws IOException {
        String file = System.getProperty("touchstone.test.answers", "");
        assumeTrue(
                !file.isEmpty(),
                "-Dtouchstone.test.answers=FILE is not set; golden_answers.py writes the file from the published data");
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            assertThat(compare(new JsonMapper().readTree(in))).isGreaterThan(10_000);
        }
    }

    private static int compare(JsonNode file) {
        int compared = 0;
        for (JsonNode example : file.get("cases")) {
            compare(example, example.get("text").asString());
            compared++;
        }
        for (JsonNode example : file.get("finals")) {
            compareFinal(example.get("text").asString(), example.get("answer").asString());
            compared++;
        }
        return compared;
    }

    private static void compare(JsonNode example, String text) {
        String other = example.get("other").asString();
        assertThat(HendrycksAnswer.strip(text).orElse(null)).as(text).isEqualTo(string(example, "strip"));
        assertThat(HendrycksAnswer.areEquivalent(text, other))
                .as(text + " = " + other)
                .isEqualTo(example.get("equivalent").asBoolean());
        assertThat(MinervaAnswer.normalise(text)).as(text).isEqualTo(string(example, "minerva"));
        assertThat(Boxed.last(text).map(Boxed::text).orElse(null)).as(text).isEqualTo(string(example, "lastBoxed"));
        assertThat(Boxed.last(text).map(AnswersGoldenTest::content).orElse(null))
                .as(text)
                .isEqualTo(string(example, "content"));
    }

    private static String content(Boxed boxed) {
        try {
            return Boxed.remove(boxed.text());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** lm-eval's empty answer is no answer here. */
    private static void compareFinal(String text, String expected) {
        Extraction found = Extractors.byName("minerva-math").extract(text);
        String value = found instanceof Answer answer ? answer.value() : expected.isEmpty() ? "" : "[invalidanswer]";
        assertThat(value).as(text).isEqualTo(expected);
    }

    private static String string(JsonNode node, String field) {
        return node.get(field).isNull() ? null : node.get(field).asString();
    }
}
