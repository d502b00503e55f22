package dev.touchstone.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.Task.Draw;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteCatalogTest {

    private static final SuiteCatalog CATALOG = SuiteCatalog.load();

    @Test
    void findsTheBuiltInSuites() {
        assertThat(CATALOG.all())
                .extracting(Suite::id)
                .containsExactly(
                        "ceval",
                        "mmlu",
                        "sciq",
                        "glue",
                        "gsm8k",
                        "gsm8k_cot",
                        "math",
                        "minerva_math",
                        "math500",
                        "minerva_math500",
                        "crass",
                        "wikitext",
                        "wikitext_windows");
        assertThat(CATALOG.find("glue-cola")).isEmpty();
    }

    @Test
    void everyBenchmarkSaysWhatItMeasures() {
        assertThat(CATALOG.all()).extracting(Suite::capability).doesNotContainNull();
        assertThat(CATALOG.find("gsm8k").orElseThrow().capability()).isEqualTo(Capability.REASONING);
    }

    @Test
    void cEvalHasFiftyTwoSubjectsInFourGroups() {
        Suite ceval = CATALOG.find("ceval").orElseThrow();
        assertThat(sizes(ceval)).containsExactly("stem 20", "social_science 10", "humanities 11", "other 11", "hard 8");
        assertThat(ceval.subject("law").orElseThrow()).isEqualTo(new Suite.Subject("law", "Law", "法学", "humanities"));
        assertThat(ceval.version()).isEqualTo("2.0");
        assertThat(ceval.maximumShots()).isEqualTo(5);
    }

    @Test
    void mmluHasFiftySevenSubjectsInFourGroups() {
        Suite mmlu = CATALOG.find("mmlu").orElseThrow();
        assertThat(sizes(mmlu))
                .containsExactly(
                        "stem 19",
                        "other 13",
                        "social_sciences 12",
                        "humanities 13",
                        "stem_publisher 18",
                        "other_publisher 14");
        assertThat(mmlu.subject("anatomy").orElseThrow().group()).isEqualTo("stem");
        assertThat(mmlu.subject("high_school_us_history").orElseThrow().title()).isEqualTo("High School US History");
        assertThat(mmlu.version()).isEqualTo("1.0");
    }

    @Test
    void sciqIsOneSubjectWhoseShotsAreDrawnFromTheTrainSplit() {
        Suite sciq = CATALOG.find("sciq").orElseThrow();
        assertThat(sciq.subjects()).containsExactly(new Suite.Subject("sciq", "SciQ", "SciQ", ""));
        assertThat(sciq.defaultShots()).isZero();
        assertThat(sciq.task(sciq.subjects().get(0)).data().shots()).isEqualTo("sciq/train.json");
        assertThat(sciq.task(sciq.subjects().get(0)).shotsOrFirst().draw()).isEqualTo(Draw.RANDOM);
        assertThat(sciq.task(sciq.subjects().get(0)).data().goldIndex()).isEqualTo(3);
    }

    @Test
    void twoSuitesWithOneIdAreAnError() {
        SuiteSource source = () -> List.of(CATALOG.find("sciq").orElseThrow());
        assertThatThrownBy(() -> SuiteCatalog.of(List.of(source, source)))
                .isInstanceOf(SuiteException.class)
                .hasMessageStartingWith("suite 'sciq' is there twice, from ")
                .hasMessageEndingWith("; give one of them another id");
    }

    private static List<String> sizes(Suite suite) {
        return suite.groups().stream()
                .map(group -> group.id() + " "
                        + suite.subjects().stream()
                                .filter(subject -> group.has(subject))
                                .count())
                .toList();
    }
}
