package dev.touchstone.suites.mini.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GlueMiniTest {

    static List<String> subjects() {
        return GlueMini.subjects();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cola|sentence,label|2",
                "sst2|sentence,label|2",
                "mrpc|sentence1,sentence2,label|2",
                "stsb|sentence1,sentence2,score,label|6",
                "qqp|question1,question2,label|2",
                "mnli|premise,hypothesis,label|3",
                "mnli_mm|premise,hypothesis,label|3",
                "qnli|question,sentence,label|2",
                "rte|sentence1,sentence2,label|2",
                "wnli|sentence1,sentence2,label|2"
            })
    void hasThePublishedFieldsAndAsManyItemsOfEachLabel(String id, String fields, int labels) {
        List<Item> items = GlueMini.subject(id).items();
        assertThat(items)
                .hasSize(120)
                .allSatisfy(item -> assertThat(item.fields().keySet()).containsExactly(fields.split(",")));
        Map<Integer, Long> counts = items.stream().collect(Collectors.groupingBy(Item::gold, Collectors.counting()));
        assertThat(counts).hasSize(labels);
        assertThat(counts.values()).containsOnly(120L / labels);
        assertThat(items).allMatch(item -> item.fields().get("label").equals(String.valueOf(item.gold())));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void shotsAndItemsAreAllDifferent(String id) {
        MiniSubject subject = GlueMini.subject(id);
        assertThat(subject.shots()).hasSize(8);
        assertThat(Stream.concat(subject.shots().stream(), subject.items().stream()))
                .extracting(Texts::sentences)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void noLessonRepeatsAnItemAndMostLessonsDiffer(String id) {
        MiniSubject subject = GlueMini.subject(id);
        Set<List<String>> lessons = new HashSet<>();
        Texts.exercises(subject, 20_000, 3).forEach(item -> lessons.add(Texts.sentences(item)));
        assertThat(subject.items()).noneMatch(item -> lessons.contains(Texts.sentences(item)));
        assertThat(lessons).hasSizeGreaterThan(15_000);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void sentencesAreFilledAndReadLikeSentences(String id) {
        assertThat(Texts.exercises(GlueMini.subject(id), 2_000, 4))
                .flatExtracting(Texts::sentences)
                .allSatisfy(sentence ->
                        assertThat(sentence).matches("[A-Z][A-Za-z ,'-]+[.?]").doesNotContain("  ", " ,", " ."));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theSameItemsAndLessonsAreMadeEveryTime(String id) {
        MiniSubject one = GlueMini.subject(id);
        MiniSubject other = GlueMini.subject(id);
        assertThat(one.items()).isEqualTo(other.items());
        assertThat(Texts.exercises(one, 100, 5)).isEqualTo(Texts.exercises(other, 100, 5));
    }

    @Test
    void theScoreOfSimilarityRoundsToTheLabel() {
        assertThat(GlueMini.subject("stsb").items()).allSatisfy(item -> {
            assertThat(item.fields().get("score")).matches("[0-5]\\.[0-9]{3}");
            assertThat(Math.round(Double.parseDouble(item.fields().get("score"))))
                    .isEqualTo(item.gold());
        });
    }

    @Test
    void someLessonsAreStatementsAboutWords() {
        MiniSubject subject = GlueMini.subject("mnli");
        Random random = new Random(6);
        assertThat(Stream.generate(() -> subject.lesson(random)).limit(20_000))
                .filteredOn(Lesson.Text.class::isInstance)
                .extracting(lesson -> ((Lesson.Text) lesson).text())
                .contains("A dog is a kind of animal.", "Big means the same as large.")
                .hasSizeBetween(1_800, 2_200);
    }

    @Test
    void anUnknownSubjectIsNamedWithTheLegalOnes() {
        assertThatThrownBy(() -> GlueMini.subject("ax"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GLUE has no subject 'ax'; it has "
                        + "[cola, sst2, mrpc, stsb, qqp, mnli, mnli_mm, qnli, rte, wnli]");
    }
}
