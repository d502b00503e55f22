package dev.touchstone.suites.mini.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.OutputType;
import dev.touchstone.suites.mini.Lesson.Exercise;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.tables.Baselines;
import dev.touchstone.suites.mini.tables.NaiveBayes;
import dev.touchstone.suites.mini.tables.OptionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can be scored on mini items without understanding them: at most 15 points more than chance, in every multiple-choice suite and in each of GLUE's tasks. The
 * baselines that learn see the same lessons as the built-in model.
 */
class MiniBaselinesTest {

    private static final double GAIN = 0.15;

    /** Exercises that a baseline learns from, of each subject. */
    private static final int LESSONS = 2_000;

    /** Where mini items of GLUE hold what is right. */
    private static final Set<String> GOLD = Set.of("label", "is_duplicate", "score");

    /** A suite whose subjects are all asked in the same way, or one of GLUE's tasks. */
    private record Asked(Suite suite, List<Subject> subjects) {

        Task task() {
            return suite.task(subjects.get(0));
        }

        List<String> labels() {
            return task().data().choices().isEmpty()
                    ? task().forms().get(suite.mini().form()).choices()
                    : List.of();
        }

        List<MiniSubject> minis() {
            return subjects.stream()
                    .map(subject -> MiniSubjects.find(suite, subject).orElseThrow())
                    .toList();
        }

        List<Item> items() {
            return minis().stream().flatMap(mini -> mini.items().stream()).toList();
        }

        /** The texts of an item's options, or the labels. */
        List<String> options(Item item) {
            return labels().isEmpty()
                    ? task().data().choices().stream()
                            .map(item.fields()::get)
                            .filter(Objects::nonNull)
                            .toList()
                    : labels();
        }

        double chance() {
            return Baselines.chance(items(), this::options);
        }

        @Override
        public String toString() {
            return subjects.size() == suite.subjects().size()
                    ? suite.id()
                    : suite.id() + "/" + subjects.get(0).id();
        }
    }

    static Stream<Asked> asked() {
        return SuiteCatalog.load().all().stream().flatMap(suite -> {
            boolean sameTask = suite.tasks().values().stream().distinct().count() == 1;
            Stream<List<Subject>> parts = sameTask
                    ? Stream.of(suite.subjects())
                    : suite.subjects().stream().map(List::of);
            return parts.map(subjects -> new Asked(suite, subjects))
                    .filter(asked -> asked.task().outputType() == OutputType.MULTIPLE_CHOICE
                            && asked.task().scale() == null);
        });
    }

    @Test
    void everyMultipleChoiceSuiteIsAmongThem() {
        assertThat(asked().map(Asked::toString))
                .containsExactlyInAnyOrder(
                        "ceval",
                        "mmlu",
                        "sciq",
                        "crass",
                        "glue/cola",
                        "glue/sst2",
                        "glue/mrpc",
                        "glue/qqp",
                        "glue/mnli",
                        "glue/mnli_mm",
                        "glue/qnli",
                        "glue/rte",
                        "glue/wnli");
    }

    /** Of labels this is the majority class. SciQ's file has the right answer last in every item, and its prompt shows no places. */
    @ParameterizedTest
    @MethodSource("asked")
    void theSameAnswerToEverythingScoresLittle(Asked asked) {
        if (asked.task().data().goldIndex() >= 0) {
            return;
        }
        List<Item> items = asked.items();
        for (int place = 0; place < asked.options(items.get(0)).size(); place++) {
            int always = place;
            assertNearChance(asked, "always " + place, item -> item.gold() == always ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("asked")
    void theLongestOptionScoresLittle(Asked asked) {
        double score = Baselines.score(asked.items(), asked::options, (item, option) -> option.length());
        assertThat(score).as("longest option of " + asked).isLessThanOrEqualTo(asked.chance() + GAIN);
    }

    @ParameterizedTest
    @MethodSource("asked")
    void aBagOfWordsThatLearnedFromTheLessonsScoresLittle(Asked asked) {
        double right = 0;
        for (MiniSubject mini : asked.minis()) {
            List<Item> lessons = exercises(mini);
            right += mini.items().size()
                    * (asked.labels().isEmpty()
                            ? ofOptions(asked, lessons, mini.items())
                            : ofLabels(asked, lessons, mini.items()));
        }
        assertThat(right / asked.items().size())
                .as("bag of words in " + asked)
                .isLessThanOrEqualTo(asked.chance() + GAIN);
    }

    /** The option whose words were most often those of a right one. */
    private static double ofOptions(Asked asked, List<Item> lessons, List<Item> items) {
        OptionWords words = new OptionWords();
        lessons.forEach(item -> words.read(asked.options(item), item.gold()));
        return Baselines.score(items, asked::options, (item, option) -> words.score(option));
    }

    /** The label whose items had most of these words. */
    private static double ofLabels(Asked asked, List<Item> lessons, List<Item> items) {
        return new NaiveBayes(lessons, asked.labels().size(), MiniBaselinesTest::words).accuracy(items);
    }

    /** Words of all texts together, without their places. */
    private static List<String> words(Item item) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, String> field : item.fields().entrySet()) {
            if (!GOLD.contains(field.getKey())) {
                words.addAll(Baselines.words(field.getValue()));
            }
        }
        return words;
    }

    private static List<Item> exercises(MiniSubject mini) {
        Random random = new Random(11);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 20 * LESSONS && items.size() < LESSONS; i++) {
            if (mini.lesson(random) instanceof Exercise exercise) {
                items.add(exercise.item());
            }
        }
        return items;
    }

    private static void assertNearChance(Asked asked, String rule, ToDoubleFunction<Item> points) {
        double score = asked.items().stream().mapToDouble(points).average().orElseThrow();
        assertThat(score).as(rule + " in " + asked).isLessThanOrEqualTo(asked.chance() + GAIN);
    }
}
