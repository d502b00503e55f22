package dev.touchstone.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.mini.catalog.MiniSubjects;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopyingCorpusTest {

    private final Suite suite = SuiteCatalog.load().find("mmlu").orElseThrow();
    private final CopyingCorpus corpus = new CopyingCorpus(
            List.of(MiniSubjects.find(suite, suite.subjects().get(0)).orElseThrow()));

    @Test
    void whatCountsStandsInTheListBeforeIt() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            Document document = corpus.next(random);
            String list = document.segments().get(0).text().lines().findFirst().orElseThrow();
            assertThat(document.segments())
                    .filteredOn(segment -> segment.weight() > 0)
                    .isNotEmpty()
                    .extracting(Segment::text)
                    .allSatisfy(text -> assertThat(list).contains(text.strip()));
        }
    }

    @Test
    void aLookUpSaysWhichNeighbourIsMeant() {
        Random random = new Random(4);
        List<String> documents = random.ints(200)
                .mapToObj(seed -> corpus.next(new Random(seed)).text())
                .toList();
        assertThat(documents).anyMatch(text -> text.contains(" >")).anyMatch(text -> text.contains(" <"));
    }
}
