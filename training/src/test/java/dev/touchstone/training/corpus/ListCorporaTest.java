package dev.touchstone.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.mini.catalog.MiniSubjects;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ListCorporaTest {

    private static final int DOCUMENTS = 400;

    private final Suite suite = SuiteCatalog.load().find("mmlu").orElseThrow();
    private final Words facts = new FactWords(
            List.of(MiniSubjects.find(suite, suite.subjects().get(0)).orElseThrow()));

    @Test
    void aRepeatedListComesASecondTimeWordByWord() {
        for (Document document : draw(new RepetitionCorpus("repeated", facts, 4, 12))) {
            List<Segment> segments = document.segments();
            assertThat(segments).hasSize(2);
            assertThat(segments.get(0).weight()).isZero();
            assertThat(segments.get(1).weight()).isPositive();
            assertThat(segments.get(0).text()).isEqualTo(segments.get(1).text() + "\n");
        }
    }

    @Test
    void whatIsAskedStandsAfterTheGivenWordInTheList() {
        for (Document document : draw(new LookUpCorpus("looked up", new LetterWords(), 4, 24))) {
            List<String> lines = document.text().lines().toList();
            List<String> list = List.of(lines.get(0).split(" "));
            assertThat(lines.subList(1, lines.size())).isNotEmpty().allSatisfy(line -> {
                String[] given = line.split(" > ");
                assertThat(list.get(list.indexOf(given[0]) + 1)).isEqualTo(given[1]);
            });
        }
    }

    @Test
    void anAskedOptionHasTheLetterBeforeItInTheList() {
        Set<String> letters = new HashSet<>();
        for (Document document : draw(new BindingCorpus("bound", facts))) {
            List<Segment> segments = document.segments();
            Map<String, String> options = options(segments.get(0).text());
            for (int i = 0; i < segments.size(); i += 2) {
                List<String> lines = segments.get(i).text().strip().lines().toList();
                String asked = lines.get(lines.size() - 2);
                String letter = segments.get(i + 1).text().strip();
                assertThat(options).containsEntry(letter, asked);
                letters.add(letter);
            }
        }
        assertThat(letters).containsExactlyInAnyOrder("A", "B", "C", "D");
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new TreeMap<>();
        text.lines().limit(4).filter(line -> line.matches("[A-D]\\. .+")).forEach(line -> {
            options.put(line.substring(0, 1), line.substring(3));
        });
        return options;
    }

    @Test
    void piecesAreWordsOrCharactersOfTheirSource() {
        Words source = (count, random) -> List.of("red blood cell", "光合作用");
        Set<String> pieces = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            pieces.addAll(new PieceWords(source).draw(2, new Random(seed)));
        }
        assertThat(pieces).containsExactlyInAnyOrder("red", "blood", "cell", "光", "合", "作", "用");
    }

    @Test
    void wordsOfAListDiffer() {
        for (Words words : List.of(facts, new LetterWords(), new PieceWords(facts))) {
            List<String> drawn = words.draw(24, new Random(1));
            assertThat(drawn).doesNotHaveDuplicates().hasSizeBetween(2, 24);
        }
    }

    @Test
    void eachStageHasLongerWordsThanTheOneBefore() {
        ListCorpora lists = new ListCorpora(
                List.of(MiniSubjects.find(suite, suite.subjects().get(0)).orElseThrow()));
        List<Double> lengths = new ArrayList<>();
        for (Corpus stage : List.of(lists.first(), lists.second(), lists.third())) {
            lengths.add(draw(stage).stream()
                    .flatMap(document -> Arrays.stream(document.text().split("\\s")))
                    .mapToInt(String::length)
                    .average()
                    .orElseThrow());
        }
        assertThat(lengths).isSorted().doesNotHaveDuplicates();
    }

    private static List<Document> draw(Corpus corpus) {
        Random random = new Random(3);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(corpus.next(random));
        }
        return documents;
    }
}
