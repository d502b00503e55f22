package dev.touchstone.suites.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealDataTest {

    @ParameterizedTest
    @CsvSource({
        "mmlu, 5, 14042, 285",
        "ceval, 5, 1346, 260",
        "sciq, 0, 1000, 0",
        "gsm8k, 5, 1319, 7473",
        "gsm8k_cot, 8, 1319, 8",
        "minerva_math, 4, 5000, 28",
        "math500, 0, 500, 0",
        "minerva_math500, 4, 500, 4"
    })
    void publishedFilesLoadWithoutProblems(String id, int wanted, int items, int shots) {
        List<SubjectData> subjects = load(id, wanted);
        assertThat(subjects).allSatisfy(data -> assertThat(data.problems()).isEmpty());
        assertThat(subjects.stream().mapToInt(data -> data.items().size()).sum())
                .isEqualTo(items);
        assertThat(subjects.stream().mapToInt(data -> data.shots().size()).sum())
                .isEqualTo(shots);
    }

    @Test
    void everyPairOfStsBHasAScore() {
        Suite glue = SuiteCatalog.load().find("glue").orElseThrow();
        SubjectData data = new DataFolder(Shared.path("data"))
                .load(glue, glue.subject("stsb").orElseThrow(), 0);
        assertThat(data.problems()).isEmpty();
        assertThat(data.items()).hasSize(1500).allSatisfy(item -> {
            assertThat(Double.parseDouble(item.fields().get("score"))).isBetween(0.0, 5.0);
            assertThat(item.fields().get("sentence1")).isNotBlank();
            assertThat(item.fields().get("sentence2")).isNotBlank();
        });
    }

    @Test
    void wikiTextHasSixtyTwoPages() {
        List<SubjectData> wikitext = load("wikitext", 0);
        assertThat(wikitext.get(0).problems()).isEmpty();
        assertThat(wikitext.get(0).items()).hasSize(62);
    }

    /** Of items whose question is on one line, the text must be found where the item says. */
    @ParameterizedTest
    @CsvSource({"mmlu, question", "ceval, id", "sciq, question"})
    void anItemKnowsItsLine(String id, String field) {
        for (SubjectData data : load(id, 0)) {
            List<String> lines = lines(data.items().get(0));
            assertThat(data.items()).allSatisfy(item -> {
                String start = item.fields().get(field).split("\\R", 2)[0].replace("\"", "");
                String following =
                        String.join("", lines.subList(item.line() - 1, Math.min(lines.size(), item.line() + 1)));
                assertThat(following.replace("\\u", "").replace("\\", "").replace("\"", ""))
                        .contains(start.substring(0, Math.min(3, start.length())));
            });
        }
    }

    private static List<SubjectData> load(String id, int shots) {
        DataFolder folder = new DataFolder(Shared.path("data"));
        Suite suite = SuiteCatalog.load().find(id).orElseThrow();
        return suite.subjects().stream()
                .map(subject -> folder.load(suite, subject, shots))
                .toList();
    }

    private static List<String> lines(Item item) {
        try {
            String text = Files.readString(item.file());
            return List.of(text.split("\\r\\n|\\r|\\n"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
