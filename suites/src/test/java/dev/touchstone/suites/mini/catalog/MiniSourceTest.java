package dev.touchstone.suites.mini.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiniSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"ceval", "mmlu"})
    void everySubjectHasFiveShotsAndTenItems(String id) {
        Suite suite = suite(id);
        for (Suite.Subject subject : suite.subjects()) {
            SubjectData data = MiniSource.taught().load(suite, subject, 0);
            assertThat(data.problems()).isEmpty();
            assertThat(data.shots()).hasSize(5);
            assertThat(data.items()).as(subject.id()).hasSizeGreaterThanOrEqualTo(10);
            Set<String> shots = new HashSet<>(
                    data.shots().stream().map(MiniSourceTest::fact).toList());
            assertThat(data.items()).noneMatch(item -> shots.contains(fact(item)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ceval", "mmlu"})
    void optionsDifferAndTheRightOneIsOnce(String id) {
        assertThat(items(id)).allSatisfy(item -> assertThat(options(item)).doesNotHaveDuplicates());
    }

    /** Chance is 25 %; a rule that needs no knowledge may be at most 15 points better. */
    @ParameterizedTest
    @ValueSource(strings = {"ceval", "mmlu"})
    void rulesWithoutKnowledgeAreNearChance(String id) {
        List<Item> items = items(id);
        for (int place = 0; place < 4; place++) {
            int fixed = place;
            assertThat(share(items, item -> fixed)).as("always " + place).isBetween(0.2, 0.3);
        }
        assertThat(share(items, item -> longest(item, 1))).as("longest option").isLessThan(0.4);
        assertThat(share(items, item -> longest(item, -1)))
                .as("shortest option")
                .isLessThan(0.4);
        assertThat(share(items, MiniSourceTest::mostSharedCharacters))
                .as("shared characters")
                .isLessThan(0.4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ceval", "mmlu"})
    void noLessonAsksTheQuestionOfAnItemOrTellsAHeldBackFact(String id) {
        Suite suite = suite(id);
        Random random = new Random(1);
        for (Suite.Subject subject : suite.subjects()) {
            MiniSubject mini = MiniSubjects.find(suite, subject).orElseThrow();
            Set<String> questions = Stream.concat(mini.items().stream(), mini.heldBack().stream())
                    .map(item -> item.fields().get("question"))
                    .collect(Collectors.toSet());
            for (int i = 0; i < 400; i++) {
                if (mini.lesson(random) instanceof Lesson.Exercise exercise) {
                    assertThat(questions)
                            .doesNotContain(exercise.item().fields().get("question"));
                }
            }
        }
    }

    @Test
    void lessonsTellEveryFactInManyWays() {
        Suite suite = suite("mmlu");
        MiniSubject mini =
                MiniSubjects.find(suite, suite.subject("anatomy").orElseThrow()).orElseThrow();
        Random random = new Random(1);
        Set<Lesson> lessons = new HashSet<>();
        for (int i = 0; i < 4000; i++) {
            lessons.add(mini.lesson(random));
        }
        List<String> told = lessons.stream()
                .flatMap(lesson -> lesson instanceof Lesson.Text text ? Stream.of(text.text()) : Stream.of())
                .toList();
        assertThat(told).as("three statements of each of 20 facts").hasSize(60);
        assertThat(lessons).hasSizeGreaterThan(1000);
    }

    @Test
    void heldBackItemsAreOthersThanTheTaughtOnes() {
        Suite suite = suite("ceval");
        List<Suite.Subject> subjects = suite.subjects().stream()
                .filter(subject ->
                        !MiniSource.heldBack().load(suite, subject, 0).items().isEmpty())
                .toList();
        assertThat(subjects).hasSize(15);
        assertThat(MiniSource.heldBack().kind()).isEqualTo("mini-held-back");
        for (Suite.Subject subject : subjects) {
            assertThat(MiniSource.heldBack().load(suite, subject, 0).items())
                    .doesNotContainAnyElementsOf(
                            MiniSource.taught().load(suite, subject, 0).items());
        }
    }

    @Test
    void theSameItemsAreMadeEveryTime() {
        Suite suite = suite("mmlu");
        Suite.Subject subject = suite.subjects().get(0);
        assertThat(MiniSource.taught().load(suite, subject, 0))
                .isEqualTo(MiniSource.taught().load(suite, subject, 0));
    }

    private static Suite suite(String id) {
        return SuiteCatalog.load().find(id).orElseThrow();
    }

    private static List<Item> items(String id) {
        Suite suite = suite(id);
        return suite.subjects().stream()
                .flatMap(subject -> MiniSource.taught().load(suite, subject, 0).items().stream())
                .toList();
    }

    private static List<String> options(Item item) {
        return Stream.of("A", "B", "C", "D").map(item.fields()::get).toList();
    }

    private static String fact(Item item) {
        return item.fields().get("question") + options(item).get(item.gold());
    }

    private static double share(List<Item> items, java.util.function.ToIntFunction<Item> rule) {
        return items.stream()
                        .filter(item -> rule.applyAsInt(item) == item.gold())
                        .count()
                / (double) items.size();
    }

    private static int longest(Item item, int sign) {
        return best(i -> sign * options(item).get(i).length());
    }

    private static int mostSharedCharacters(Item item) {
        String question = item.fields().get("question");
        return best(i -> {
            String option = options(item).get(i);
            long shared = option.chars().filter(c -> question.indexOf(c) >= 0).count();
            return (int) (1000 * shared / option.length());
        });
    }

    private static int best(java.util.function.IntUnaryOperator score) {
        return IntStream.range(0, 4)
                .boxed()
                .max(Comparator.comparingInt(score::applyAsInt))
                .orElseThrow();
    }
}
