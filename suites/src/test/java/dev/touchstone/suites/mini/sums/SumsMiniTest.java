package dev.touchstone.suites.mini.sums;

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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SumsMiniTest {

    static final List<String> SUBJECTS = List.of(
            "gsm8k/gsm8k",
            "math/algebra",
            "math/counting_and_probability",
            "math/geometry",
            "math/intermediate_algebra",
            "math/number_theory",
            "math/prealgebra",
            "math/precalculus");

    static List<String> subjects() {
        return SUBJECTS;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void itemsAndShotsAreAllDifferent(String subject) {
        MiniSubject mini = mini(subject);
        assertThat(mini.items()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(mini.shots()).hasSize(subject.startsWith("gsm8k") ? 8 : 4);
        assertThat(Stream.concat(mini.items().stream(), mini.shots().stream()).map(SumsMiniTest::problem))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void noLessonIsAnItemEvenInOtherWords(String subject) {
        MiniSubject mini = mini(subject);
        Pattern words = words(subject);
        Set<String> items =
                mini.items().stream().map(item -> withoutWords(item, words)).collect(Collectors.toSet());
        Random random = new Random(7);
        int exercises = 0;
        for (int i = 0; i < 20_000; i++) {
            if (mini.lesson(random) instanceof Lesson.Exercise exercise) {
                exercises++;
                assertThat(items).doesNotContain(withoutWords(exercise.item(), words));
            }
        }
        assertThat(exercises).isBetween(14_000, 16_000);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyTemplateMakesManyProblemsInSeveralWordings(String subject) {
        SumTable table = table(subject);
        Random random = new Random(7);
        assertThat(table.templates()).extracting(SumTemplate::id).doesNotHaveDuplicates();
        for (SumTemplate template : table.templates()) {
            Set<String> keys = new HashSet<>();
            for (int i = 0; i < 2000; i++) {
                keys.add(Drawing.draw(template, table.words(), random).key());
            }
            assertThat(keys).as(template.id()).hasSizeGreaterThanOrEqualTo(100);
            assertThat(template.problem()).as(template.id()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void noAnswerIsFrequent() {
        for (String suite : List.of("gsm8k/", "math/")) {
            List<Item> items = SUBJECTS.stream()
                    .filter(subject -> subject.startsWith(suite))
                    .flatMap(subject -> mini(subject).items().stream())
                    .toList();
            Map<String, Long> counts =
                    items.stream().collect(Collectors.groupingBy(SumsMiniTest::answer, Collectors.counting()));
            assertThat(counts.values()).allMatch(count -> count <= 0.15 * items.size());
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void numbersStaySmall(String subject) {
        assertThat(mini(subject).items())
                .allSatisfy(item -> assertThat(Pattern.compile("\\d+")
                                .matcher(item.fields().values().toString())
                                .results())
                        .allMatch(number -> number.group().length() <= 3));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theSameItemsAndLessonsAreMadeEveryTime(String subject) {
        assertThat(mini(subject).items()).isEqualTo(mini(subject).items());
        assertThat(mini(subject).lesson(new Random(3))).isEqualTo(mini(subject).lesson(new Random(3)));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void nothingIsLeftUnfilled(String subject) {
        assertThat(mini(subject).items())
                .allSatisfy(item -> assertThat(item.fields().values().toString().substring(1))
                        .doesNotContain("[[", "\\boxed{}")
                        .doesNotContainPattern("\\[\\+?[a-z]"));
    }

    @Test
    void anUnknownSubjectSaysWhichThereAre() {
        assertThatThrownBy(() -> SumsMini.subject("math", "arithmetic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no sums for 'math/arithmetic'; there are gsm8k/gsm8k and math/algebra, "
                        + "math/counting_and_probability, math/geometry, math/intermediate_algebra, "
                        + "math/number_theory, math/prealgebra, math/precalculus");
    }

    static MiniSubject mini(String subject) {
        return of(subject, parts -> SumsMini.subject(parts[0], parts[1]));
    }

    static SumTable table(String subject) {
        return of(subject, parts -> SumTable.load(parts[0], parts[1]));
    }

    private static <T> T of(String subject, Function<String[], T> make) {
        return make.apply(subject.split("/"));
    }

    private static String problem(Item item) {
        return item.fields().getOrDefault("problem", item.fields().getOrDefault("question", ""));
    }

    private static String answer(Item item) {
        return item.fields()
                .getOrDefault("lesson", item.fields().getOrDefault("answer", ""))
                .replaceAll("(?s)^.*(#### |\\. (?=\\$))", "");
    }

    /** The same for two problems that differ in their wording, names and things only. */
    private static String withoutWords(Item item, Pattern words) {
        String steps = item.fields().getOrDefault("lesson", item.fields().getOrDefault("answer", ""));
        return words.matcher(steps).replaceAll("WORD")
                + LongStream.of(Numbers.in(problem(item))).sorted().boxed().toList();
    }

    private static Pattern words(String subject) {
        return Pattern.compile(table(subject).words().values().stream()
                .flatMap(List::stream)
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(", "|NONE)\\b")));
    }
}
