package dev.touchstone.suites.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiteralGoldenTest {

    /** {@code src/test/scripts/golden_literals.py} wrote what Python reads and prints. */
    @Test
    void readsAndPrintsAsPython() throws IOException {
        try (InputStream in = LiteralGoldenTest.class.getResourceAsStream("literals.json")) {
            JsonNode cases = JsonMapper.shared().readTree(in).required("cases");
            assertThat(cases).hasSizeGreaterThan(400);
            for (JsonNode example : cases) {
                String source = example.required(0).asString();
                if (example.required(1).isNull()) {
                    assertThatThrownBy(() -> Literal.parse(source)).as(source).isInstanceOf(PythonException.class);
                } else {
                    assertThat(Repr.repr(Literal.parse(source)))
                            .as(source)
                            .isEqualTo(example.required(1).asString());
                }
            }
        }
    }

    @Test
    void whatIsNoLiteralIsShownWithItsPlace() {
        assertThatThrownBy(() -> Literal.parse("['a', open('x')]"))
                .hasMessage("no Python literal at offset 6, 'open('x')]'");
        assertThatThrownBy(() -> Literal.parse("['a'")).hasMessage("no Python literal at offset 4 (the end)");
    }

    @Test
    void aLongTextIsRead() {
        String text = "'" + "a\\'b ".repeat(100_000) + "'";
        assertThat((String) Literal.parse(text)).hasSize(500_000 - 100_000);
    }
}
