package dev.touchstone.suites.mini.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class TablesTest {

    @Test
    void aMissingTableIsNamedWithTheRemedy() {
        assertThatThrownBy(() -> Tables.facts("sciq", "alchemy"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("built-in table sciq/facts/alchemy.yaml is not on the class path;"
                        + " use the complete touchstone-suites jar");
    }

    @Test
    void aTableOfTheWrongShapeIsNamed() {
        assertThatThrownBy(() -> Tables.read("sciq/facts/body.yaml", new TypeReference<Map<String, String>>() {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("built-in table sciq/facts/body.yaml can't be understood: ");
    }

    @Test
    void aStatementBeginsWithACapitalLetter() {
        Relation relation = new Relation(
                "color",
                List.of("What color has {thing}?", "How is {thing} colored?"),
                List.of("{thing} is {answer}."),
                Map.of("the sky", "blue"));
        assertThat(relation.statement("the sky", 0)).isEqualTo("The sky is blue.");
        assertThat(relation.question("the sky", 1)).isEqualTo("How is the sky colored?");
        assertThat(relation.thingsWith("blue")).containsExactly("the sky");
    }
}
