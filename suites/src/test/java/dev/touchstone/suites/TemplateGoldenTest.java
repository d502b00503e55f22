package dev.touchstone.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.text.PythonWhitespace;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares with what Python's Jinja2 renders; {@code src/test/scripts/golden_templates.py} wrote the values. */
class TemplateGoldenTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> rendersAsPython() throws IOException {
        JsonNode golden = golden();
        @SuppressWarnings("unchecked")
        Map<String, Object> variables = JSON.convertValue(golden.get("variables"), Map.class);
        return golden.get("cases")
                .valueStream()
                .map(example -> DynamicTest.dynamicTest(
                        JSON.writeValueAsString(example.get("template").asString()), () -> check(example, variables)));
    }

    @Test
    void stripsWhatPythonStrips() throws IOException {
        int[] whitespace = golden().get("whitespace")
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .toArray();
        int[] ours = java.util.stream.IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(PythonWhitespace::is)
                .toArray();
        assertThat(ours).isEqualTo(whitespace).hasSize(29);
    }

    private static void check(JsonNode example, Map<String, Object> variables) {
        String source = example.get("template").asString();
        if (example.has("error")) {
            assertThatThrownBy(() -> Template.of(source).render(variables))
                    .as(source)
                    .isInstanceOf(TemplateException.class);
        } else {
            assertThat(Template.of(source).render(variables))
                    .as(source)
                    .isEqualTo(example.get("expected").asString());
        }
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = TemplateGoldenTest.class.getResourceAsStream("templates.json")) {
            return JSON.readTree(in);
        }
    }
}
