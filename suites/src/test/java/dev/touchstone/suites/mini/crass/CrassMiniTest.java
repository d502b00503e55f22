package dev.touchstone.suites.mini.crass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.Lesson.Exercise;
import dev.touchstone.suites.mini.Lesson.Text;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.crass.Rule.Side;
import dev.touchstone.suites.mini.tables.Baselines;
import dev.touchstone.suites.mini.tables.OptionWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrassMiniTest {

    private final MiniSubject subject = CrassMini.subject();
    private final List<Item> items = subject.items();
    private final double chance = Baselines.chance(items, CrassMiniTest::options);

    @Test
    void everyItemHasThreeOrFourOptionsAndOneIsRight() {
        assertThat(items).hasSizeGreaterThanOrEqualTo(120).allSatisfy(item -> {
            assertThat(options(item)).hasSizeBetween(3, 4).doesNotHaveDuplicates();
            assertThat(item.gold()).isBetween(0, options(item).size() - 1);
            assertThat(item.fields()).containsKeys("premise", "question");
        });
        assertThat(share(items, item -> options(item).size() == 3)).isCloseTo(0.8, within(0.03));
        assertThat(subject.shots()).isEmpty();
    }

    @Test
    void placesAreRightEquallyOften() {
        for (int place = 0; place < 3; place++) {
            int fixed = place;
            assertThat(share(items, item -> item.gold() == fixed))
                    .as("place " + place)
                    .isCloseTo(chance, within(0.05));
        }
    }

    @Test
    void notPossibleIsRightAsOftenAsItsShareOfTheOptions() {
        List<String> all =
                items.stream().flatMap(item -> options(item).stream()).toList();
        double share = all.stream().filter(SceneItem.NOT_POSSIBLE::equals).count() / (double) all.size();
        assertThat(share(items, item -> right(item).equals(SceneItem.NOT_POSSIBLE)))
                .isCloseTo(share, within(0.03));
    }

    /** A rule that needs no knowledge may be at most 15 points better than chance, which is 32 %. */
    @Test
    void rulesWithoutKnowledgeAreNearChance() {
        assertNearChance("longest option", (item, option) -> option.length());
        assertNearChance("shortest option", (item, option) -> -option.length());
        assertNearChance(
                "words shared with the premise",
                (item, option) -> Baselines.overlap(item.fields().getOrDefault("premise", ""), option));
        assertNearChance(
                "words shared with the question",
                (item, option) -> Baselines.overlap(item.fields().getOrDefault("question", ""), option));
        assertNearChance(
                "words not shared with the question",
                (item, option) -> -Baselines.overlap(item.fields().getOrDefault("question", ""), option));
    }

    @Test
    void theOptionsAloneDoNotTellWhichIsRight() {
        Random random = new Random(4);
        OptionWords words = new OptionWords();
        int read = 0;
        while (read < 5_000) {
            if (subject.lesson(random) instanceof Exercise exercise) {
                words.read(options(exercise.item()), exercise.item().gold());
                read++;
            }
        }
        assertNearChance("naive Bayes on words of options", (item, option) -> words.score(option));
    }

    @Test
    void noLessonHoldsAnItemsQuestion() {
        Set<String> asked =
                items.stream().map(item -> item.fields().get("question")).collect(Collectors.toSet());
        assertThat(asked).hasSameSizeAs(items);
        Set<String> told = asked.stream()
                .map(question -> question.replace("What would have happened if the", "If the")
                        .replace("?", ","))
                .collect(Collectors.toSet());
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Lesson lesson = subject.lesson(random);
            if (lesson instanceof Exercise exercise) {
                assertThat(asked).doesNotContain(exercise.item().fields().get("question"));
            } else {
                String text = ((Text) lesson).text();
                assertThat(told).noneMatch(text::contains);
            }
        }
    }

    @Test
    void noStatementTellsTheEffectOfAnItemsCause() {
        Rules rules = Rules.read();
        Set<String> asked =
                items.stream().map(item -> item.fields().get("question")).collect(Collectors.toSet());
        Set<String> forbidden = new HashSet<>();
        for (Rule rule : rules.rules()) {
            for (String thing : rule.things()) {
                rule.sides()
                        .forEach(side -> side.cases().forEach((present, past) -> {
                            if (asked.contains(Scene.question(thing, past))) {
                                forbidden.add("If the " + thing + " " + present + ", ");
                            }
                        }));
            }
        }
        assertThat(forbidden).isNotEmpty();
        Random random = new Random(5);
        Telling telling = new Telling(rules, asked);
        for (int i = 0; i < 5_000; i++) {
            String text = telling.text(random);
            assertThat(forbidden).noneMatch(text::contains);
        }
    }

    @Test
    void theSameItemsAndLessonsAreMadeEveryTime() {
        MiniSubject again = CrassMini.subject();
        assertThat(again.items()).isEqualTo(items);
        assertThat(lessons(again)).isEqualTo(lessons(subject));
    }

    @Test
    void theTableKeepsTheRules() {
        Rules rules = Rules.read();
        assertThat(rules.rules()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(rules.rules().stream().map(Rule::rule)).doesNotHaveDuplicates();
        assertThat(rules.rules()).allSatisfy(rule -> {
            assertThat(rules.impossible()).containsKey(rule.kind());
            assertThat(rule.things()).hasSize(5).doesNotHaveDuplicates();
            List<String> causes = new ArrayList<>(rule.one().past());
            causes.addAll(rule.other().past());
            assertThat(causes).hasSize(4).doesNotHaveDuplicates();
            assertThat(rule.sides().stream().map(Side::then)).doesNotHaveDuplicates();
        });
        assertThat(rules.rules().stream().flatMap(rule -> rule.sides().stream().map(Side::then)))
                .as("an effect of its own for each side")
                .doesNotHaveDuplicates();
    }

    private void assertNearChance(String name, java.util.function.ToDoubleBiFunction<Item, String> rule) {
        assertThat(Baselines.score(items, CrassMiniTest::options, rule))
                .as(name)
                .isLessThan(chance + 0.15);
    }

    private static List<Lesson> lessons(MiniSubject subject) {
        Random random = new Random(3);
        return Stream.generate(() -> subject.lesson(random)).limit(100).toList();
    }

    private static double share(List<Item> items, java.util.function.Predicate<Item> rule) {
        return items.stream().filter(rule).count() / (double) items.size();
    }

    private static String right(Item item) {
        return options(item).get(item.gold());
    }

    private static List<String> options(Item item) {
        return IntStream.range(0, 4)
                .mapToObj(i -> item.fields().get("choice" + i))
                .filter(Objects::nonNull)
                .toList();
    }
}
