package dev.touchstone.suites.mini.sciq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.Lesson.Exercise;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.tables.Baselines;
import dev.touchstone.suites.mini.tables.Relation;
import dev.touchstone.suites.mini.tables.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SciqMiniTest {

    private final MiniSubject subject = SciqMini.subject();
    private final List<Item> items = subject.items();

    @Test
    void everyItemHasThePublishedFieldsAndTheRightAnswerLast() {
        assertThat(items).hasSizeGreaterThanOrEqualTo(120).allSatisfy(item -> {
            assertThat(item.fields().keySet())
                    .containsExactly(
                            "question", "distractor1", "distractor2", "distractor3", "correct_answer", "support");
            assertThat(item.gold()).isEqualTo(3);
            assertThat(options(item)).doesNotHaveDuplicates();
        });
        assertThat(subject.shots()).isEmpty();
    }

    @Test
    void halfOfTheItemsHaveASupportThatNamesAllOptions() {
        List<Item> supported = items.stream()
                .filter(item -> !item.fields().getOrDefault("support", "").isEmpty())
                .toList();
        assertThat(supported).hasSize(items.size() / 2);
        assertThat(supported)
                .allSatisfy(item -> assertThat(item.fields().get("support")).contains(options(item)));
    }

    /** Chance is 25 %; a rule that needs no knowledge may be at most 15 points better. */
    @Test
    void rulesWithoutKnowledgeAreNearChance() {
        assertThat(Baselines.score(items, SciqMiniTest::options, (item, option) -> option.length()))
                .as("longest option")
                .isLessThan(0.4);
        assertThat(Baselines.score(items, SciqMiniTest::options, (item, option) -> -option.length()))
                .as("shortest option")
                .isLessThan(0.4);
        assertThat(Baselines.score(
                        items, SciqMiniTest::options, (item, option) -> Baselines.overlap(text(item), option)))
                .as("words shared with support and question")
                .isLessThan(0.4);
        assertThat(Baselines.score(items, SciqMiniTest::options, SciqMiniTest::timesNamed))
                .as("named most often")
                .isLessThan(0.4);
        Map<String, Long> right = items.stream()
                .collect(Collectors.groupingBy(item -> options(item).get(3), Collectors.counting()));
        assertThat(Baselines.score(items, SciqMiniTest::options, (item, option) -> right.getOrDefault(option, 0L)))
                .as("the option that is right most often")
                .isLessThan(0.4);
    }

    @Test
    void noLessonAsksAnItemsQuestion() {
        Set<String> asked = items.stream().map(SciqMiniTest::question).collect(Collectors.toSet());
        assertThat(asked).hasSameSizeAs(items);
        Random random = new Random(1);
        int supported = 0;
        int exercises = 0;
        for (int i = 0; i < 20_000; i++) {
            if (subject.lesson(random) instanceof Exercise exercise) {
                exercises++;
                assertThat(asked).doesNotContain(question(exercise.item()));
                assertThat(exercise.item().gold()).isEqualTo(3);
                supported +=
                        exercise.item().fields().getOrDefault("support", "").isEmpty() ? 0 : 1;
            }
        }
        assertThat(exercises).isBetween(12_000, 14_500);
        assertThat(supported / (double) exercises).isBetween(0.47, 0.53);
    }

    @Test
    void everyWordingIsTaughtAboutSomeFactAndEveryFactInSomeWording() {
        Random random = new Random(2);
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            if (subject.lesson(random) instanceof Exercise exercise) {
                asked.add(question(exercise.item()));
            }
        }
        relations().forEach(relation -> {
            assertThat(relation.questions())
                    .allMatch(wording -> relation.facts().keySet().stream()
                            .anyMatch(thing -> asked.contains(wording.replace("{thing}", thing))));
            assertThat(relation.facts().keySet())
                    .allMatch(thing -> relation.questions().stream()
                            .anyMatch(wording -> asked.contains(wording.replace("{thing}", thing))));
        });
    }

    @Test
    void theSameItemsAndLessonsAreMadeEveryTime() {
        MiniSubject again = SciqMini.subject();
        assertThat(again.items()).isEqualTo(items);
        assertThat(lessons(again)).isEqualTo(lessons(subject));
    }

    @Test
    void theTablesKeepTheRules() {
        assertThat(relations().count()).isGreaterThanOrEqualTo(16);
        assertThat(relations().mapToInt(relation -> relation.facts().size()).sum())
                .isGreaterThanOrEqualTo(160);
        assertThat(relations().map(Relation::relation)).doesNotHaveDuplicates();
        relations().forEach(relation -> {
            assertThat(relation.questions()).hasSizeBetween(3, 4).doesNotHaveDuplicates();
            assertThat(relation.questions())
                    .allMatch(text -> text.split("\\{thing}", -1).length == 2 && !text.contains("{answer}"));
            assertThat(relation.statements()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
            assertThat(relation.statements())
                    .allMatch(text ->
                            text.split("\\{thing}", -1).length == 2 && text.split("\\{answer}", -1).length == 2);
            assertThat(relation.answers()).as(relation.relation()).hasSizeGreaterThanOrEqualTo(5);
            relation.facts().forEach((thing, answer) -> assertThat(thing).doesNotContainIgnoringCase(answer));
        });
    }

    private static Stream<Relation> relations() {
        return Tables.lines("sciq/facts/index.txt").stream().flatMap(table -> Tables.facts("sciq", table).stream());
    }

    private static List<Lesson> lessons(MiniSubject subject) {
        Random random = new Random(3);
        return Stream.generate(() -> subject.lesson(random)).limit(100).toList();
    }

    private static List<String> options(Item item) {
        return Stream.of("distractor1", "distractor2", "distractor3", "correct_answer")
                .map(new HashMap<>(item.fields())::get)
                .toList();
    }

    private static String question(Item item) {
        return item.fields().getOrDefault("question", "");
    }

    private static String text(Item item) {
        return item.fields().get("support") + " " + question(item);
    }

    private static double timesNamed(Item item, String option) {
        return text(item).split("\\b" + option + "\\b", -1).length;
    }
}
