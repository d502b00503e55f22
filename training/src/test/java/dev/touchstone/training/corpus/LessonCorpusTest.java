package dev.touchstone.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.training.data.Document;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
        assertThat(characters.get("gsm8k") / all).isBetween(0.05, 0.15);
    }

    @Test
    void theFirstDocumentsAreListsAndLaterOnesEverything() {
        assertThat(parts(0)).allMatch(part -> part.endsWith(" letters") || part.endsWith(" pieces"));
        assertThat(parts(60_000)).contains("bound words");
        assertThat(parts(1_000_000)).contains("mmlu", "mnli", "gsm8k", "bound words", "letters");
    }

    private Set<String> parts(long number) {
        Random random = new Random(2);
        Set<String> parts = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            parts.add(corpus.next(number, random).part());
        }
        return parts;
    }
}
