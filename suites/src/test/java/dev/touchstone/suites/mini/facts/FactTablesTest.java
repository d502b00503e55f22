package dev.touchstone.suites.mini.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.mini.tables.Relation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every table of facts keeps. */
class FactTablesTest {

    static Stream<Arguments> subjects() {
        return Stream.of("ceval", "mmlu").flatMap(id -> {
            Suite suite = SuiteCatalog.load().find(id).orElseThrow();
            return suite.subjects().stream().map(subject -> Arguments.of(id, subject.id()));
        });
    }

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("subjects")
    void everySubjectHasATableThatKeepsTheRules(String suite, String subject) {
        FactTable table = FactTable.read(suite, subject);
        assertThat(table.size()).as("facts: 5 shots and at least 10 items").isBetween(15, 40);
        Set<String> ids = new HashSet<>();
        for (Relation relation : table.relations()) {
            assertThat(ids.add(relation.relation())).as(relation.relation()).isTrue();
            checkWordings(relation);
            checkFacts(relation);
        }
    }

    private static void checkWordings(Relation relation) {
        assertThat(relation.questions())
                .as(relation.relation())
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotHaveDuplicates();
        assertThat(relation.questions()).allSatisfy(question -> {
            assertThat(count(question, "{thing}")).as(question).isEqualTo(1);
            assertThat(question).doesNotContain("{answer}");
        });
        assertThat(relation.statements())
                .as(relation.relation())
                .hasSizeGreaterThanOrEqualTo(3)
                .doesNotHaveDuplicates();
        assertThat(relation.statements()).allSatisfy(statement -> {
            assertThat(count(statement, "{thing}")).as(statement).isEqualTo(1);
            assertThat(count(statement, "{answer}")).as(statement).isEqualTo(1);
        });
    }

    private static void checkFacts(Relation relation) {
        assertThat(relation.answers())
                .as(relation.relation() + ": answers to draw wrong options from")
                .hasSizeGreaterThanOrEqualTo(5);
        relation.facts().forEach((thing, answer) -> {
            assertThat(List.of(thing, answer))
                    .allSatisfy(text -> assertThat(text).isNotBlank().isEqualTo(text.strip()));
            assertThat(thing).as("the thing gives the answer away").doesNotContainIgnoringCase(answer);
        });
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
