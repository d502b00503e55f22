package dev.touchstone.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.python.None;
import dev.touchstone.suites.text.PythonWhitespace;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
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

    @TestFactory
    Stream<DynamicTest> rendersValuesOfAllTypesAsPython() throws IOException {
        JsonNode typed = golden().get("typed");
        Map<String, Object> variables = variables(typed);
        return typed.get("cases")
                .valueStream()
                .map(example -> DynamicTest.dynamicTest(
                        JSON.writeValueAsString(example.get("template").asString()), () -> check(example, variables)));
    }

    @Test
    void whatIsNotDoneAsInPythonIsRefused() throws IOException {
        JsonNode typed = golden().get("typed");
        Map<String, Object> variables = variables(typed);
        assertThat(typed.get("refused")).hasSize(14).allSatisfy(example -> {
            assertThat(example.has("expected")).as("Python renders it").isTrue();
            String source = example.get("template").asString();
            assertThatThrownBy(() -> Template.of(source).render(variables))
                    .as(source)
                    .isInstanceOf(TemplateException.class);
        });
    }

    private static Map<String, Object> variables(JsonNode typed) {
        Map<String, Object> variables = new LinkedHashMap<>();
        typed.get("variables").properties().forEach(entry -> variables.put(entry.getKey(), value(entry.getValue())));
        return variables;
    }

    /** JSON's null as Python's None. */
    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return None.NONE;
        }
        if (node.isArray()) {
            return node.valueStream().map(TemplateGoldenTest::value).toList();
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        return JSON.convertValue(node, Object.class);
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
