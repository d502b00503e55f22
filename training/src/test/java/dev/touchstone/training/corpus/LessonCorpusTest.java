package dev.touchstone.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.training.data.Document;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LessonCorpusTest {

    private final LessonCorpus corpus = new LessonCorpus();

    @Test
    void theSameRandomStateGivesTheSameDocument() {
        assertThat(corpus.next(new Random(7))).isEqualTo(corpus.next(new Random(7)));
    }

    @Test
    void everyDocumentHasSomethingToLearnAndEverySuiteItsShare() {
        Random random = new Random(1);
        Map<String, Integer> characters = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            Document document = corpus.next(random);
            assertThat(document.segments()).anyMatch(segment -> segment.weight() > 0);
            characters.merge(document.part(), document.text().length(), Integer::sum);
        }
        assertThat(characters)
                .containsKeys("ceval", "mmlu", "letters", "cola", "gsm8k", "algebra", "sciq", "crass", "wikitext");
        double all = characters.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(characters.get("gsm8k") / all).isBetween(0.08, 0.2);
    }
}
