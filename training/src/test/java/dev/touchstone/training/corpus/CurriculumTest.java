package dev.touchstone.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurriculumTest {

    private final Curriculum curriculum = new Curriculum()
            .then(0, 0, corpus("first"))
            .then(1000, 2000, corpus("second"))
            .then(3000, 3000, corpus("third"));

    private static Corpus corpus(String part) {
        return random -> Document.text(part, "text");
    }

    @Test
    void aStageIsAloneUntilTheNextBegins() {
        assertThat(share("first", 0)).isOne();
        assertThat(share("first", 1000)).isOne();
        assertThat(share("second", 2000)).isOne();
        assertThat(share("second", 2999)).isOne();
        assertThat(share("third", 3000)).isOne();
    }

    @Test
    void theNextStageComesInLittleByLittle() {
        assertThat(share("second", 1250)).isBetween(0.2, 0.3);
        assertThat(share("second", 1750)).isBetween(0.7, 0.8);
    }

    @Test
    void aDocumentWithoutAPlaceIsOfTheLastStage() {
        assertThat(curriculum.next(new Random(1)).part()).isEqualTo("third");
    }

    private double share(String part, long number) {
        Random random = new Random(number);
        int count = 2000;
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += curriculum.next(number, random).part().equals(part) ? 1 : 0;
        }
        return (double) found / count;
    }
}
