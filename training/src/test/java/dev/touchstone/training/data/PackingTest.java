package dev.touchstone.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.djl.tokenizers.HuggingFaceTokenizerProvider;
import dev.touchstone.training.model.Batch;
import dev.touchstone.training.tokenizer.BytePairs;
import dev.touchstone.training.tokenizer.TokenizerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {

    private static final PackingPlan PLAN = new PackingPlan(256, List.of(32, 64, 128));

    @TempDir
    Path folder;

    private DocumentEncoder encoder;

    @BeforeEach
    void makeTokenizer() throws IOException {
        TokenizerFiles.write(new BytePairs(List.of()), 128, folder);
        encoder = new DocumentEncoder(new HuggingFaceTokenizerProvider().open(folder));
    }

    /** Most documents are short, one in ten needs a long row. */
    private DocumentStream documents() {
        return stream(random -> {
            int length = random.nextInt(10) == 0 ? 40 + random.nextInt(80) : 1 + random.nextInt(31);
            return Document.text(length > 32 ? "long" : "short", "a".repeat(length));
        });
    }

    private DocumentStream stream(Corpus corpus) {
        return new DocumentStream(corpus, encoder, 5);
    }

    @Test
    void everyDocumentIsLaidOutOnceOrWaits() {
        Packing packing = new Packing(documents(), PLAN, Cursor.START);
        long scored = 0;
        Packed last = packing.next();
        for (int i = 0; i < 50; i++) {
            scored += last.batch().scored().length;
            last = packing.next();
        }
        scored += last.batch().scored().length;

        long drawn = 0;
        for (long number = 0; number < last.after().next(); number++) {
            drawn += documents().get(number).positions();
        }
        for (long number : last.after().waiting()) {
            drawn -= documents().get(number).positions();
        }
        assertThat(scored).isEqualTo(drawn);
        assertThat(last.after().waiting()).hasSizeLessThan(100);
    }

    @Test
    void rowsOfAllLengthsHaveTheSameNumberOfPositions() {
        Packing packing = new Packing(documents(), PLAN, Cursor.START);
        Map<Integer, Integer> rowsOfLength = new HashMap<>();
        int filled = 0;
        for (int i = 0; i < 50; i++) {
            Packed packed = packing.next();
            filled += packed.filled();
            rowsOfLength.put(packed.batch().length(), packed.batch().rows());
        }
        assertThat(rowsOfLength).isEqualTo(Map.of(32, 8, 64, 4, 128, 2));
        assertThat(filled).isGreaterThan(50 * 256 * 8 / 10);
    }

    @Test
    void packingGoesOnWhereItWas() {
        Packing whole = new Packing(documents(), PLAN, Cursor.START);
        Cursor after = Cursor.START;
        for (int i = 0; i < 7; i++) {
            after = whole.next().after();
        }
        Batch expected = whole.next().batch();

        assertThat(new Packing(documents(), PLAN, after).next().batch())
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }

    @Test
    void documentsThatAreTooLongAreCounted() {
        DocumentStream documents = stream(random -> Document.text("x", "a".repeat(random.nextBoolean() ? 200 : 5)));

        assertThat(new Packing(documents, PLAN, Cursor.START).next().leftOut()).isGreaterThan(5);
    }

    @Test
    void aCorpusWithNothingToLearnIsRefused() {
        DocumentStream documents = stream(random -> Document.text("x", "a".repeat(200)));

        assertThatThrownBy(() -> new Packing(documents, PLAN, Cursor.START).next())
                .hasMessageStartingWith("none of the first 10001 documents has between 1 and 128 positions");
    }

    @Test
    void onlyLongDocumentsGiveLongRowsOnly() {
        DocumentStream documents = stream(random -> Document.text("x", "a".repeat(60)));
        Packing packing = new Packing(documents, PLAN, Cursor.START);

        for (int i = 0; i < 20; i++) {
            Packed packed = packing.next();
            assertThat(packed.batch().length()).isEqualTo(64);
            assertThat(packed.after().waiting()).hasSizeLessThan(20);
        }
    }

    @Test
    void neighbouringDocumentsAreUnrelated() {
        DocumentStream documents = stream(random -> Document.text("x", "a".repeat(1 + random.nextInt(1000))));
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sizes.add(documents.get(i).positions());
        }
        assertThat(new TreeSet<>(sizes)).hasSizeGreaterThan(90);
    }

    @Test
    void aPlanMustBeDivisible() {
        assertThatThrownBy(() -> new PackingPlan(100, List.of(32, 64)))
                .hasMessage(
                        "a step of 100 positions can't be cut into rows of [32, 64]; name ascending lengths that divide it");
    }

    @Test
    void seedsDecide() {
        Corpus corpus = random -> Document.text("x", "a".repeat(1 + random.nextInt(1000)));
        int[] one = new DocumentStream(corpus, encoder, 1).get(0).tokens();

        assertThat(new DocumentStream(corpus, encoder, 1).get(0).tokens()).isEqualTo(one);
        assertThat(new DocumentStream(corpus, encoder, 2).get(0).tokens()).isNotEqualTo(one);
    }
}
