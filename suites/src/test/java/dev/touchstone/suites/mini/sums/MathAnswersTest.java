package dev.touchstone.suites.mini.sums;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MathAnswersTest {

    private static final Pattern CALCULATION = Pattern.compile("(\\d+) ([-+*/]) (\\d+) = (\\d+)");

    static List<String> subjects() {
        return SumsMiniTest.SUBJECTS.stream()
                .filter(subject -> subject.startsWith("math/"))
                .map(subject -> subject.substring("math/".length()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyAnswerIsRightByAnotherCalculation(String subject) {
        SumTable table = SumTable.load("math", subject);
        Random random = new Random(13);
        for (SumTemplate template : table.templates()) {
            for (int i = 0; i < 300; i++) {
                Map<String, String> fields = fields(subject, Drawing.draw(template, table.words(), random), random);
                String problem = fields.get("problem");
                assertThat(MathChecks.of(template.id()).accepts(Numbers.in(problem), boxed(fields)))
                        .as(template.id() + ": " + problem + " " + boxed(fields))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aLessonsOnlyDollarSignsAreAroundTheAnswerAtItsEnd(String subject) {
        assertThat(itemsAndShots(subject))
                .allSatisfy(item -> assertThat(item.fields().get("lesson"))
                        .matches(" [^$]+\\. \\$[^$]+\\$")
                        .endsWith("$" + boxed(item.fields()) + "$"));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyStepOfALessonIsRightAndSmall(String subject) {
        assertThat(itemsAndShots(subject))
                .allSatisfy(item -> assertThat(steps(item))
                        .hasSizeBetween(1, 6)
                        .allSatisfy(
                                step -> assertThat(right(step)).as(step.group()).isTrue()));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void fieldsAreThePublishedOnesAndTheLesson(String subject) {
        String words = subject.replace("_and_", "_&_").replace('_', ' ');
        assertThat(itemsAndShots(subject)).allSatisfy(item -> {
            assertThat(item.fields()).containsOnlyKeys("problem", "level", "type", "solution", "lesson");
            assertThat(item.fields().get("type")).isEqualToIgnoringCase(words).matches("([A-Z&]\\w*( |$))+");
            assertThat(item.fields().get("solution")).endsWith(".");
            assertThat(item.gold()).isEqualTo(-1);
        });
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void allLevelsOccur(String subject) {
        assertThat(SumsMini.subject("math", subject).items().stream()
                        .map(item -> item.fields().get("level"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Level 1", "Level 2", "Level 3", "Level 4", "Level 5");
    }

    private static Map<String, String> fields(String subject, Drawing drawing, Random random) {
        return Notation.MATH.fields(subject, drawing, random);
    }

    private static List<Item> itemsAndShots(String subject) {
        MiniSubject mini = SumsMini.subject("math", subject);
        return Stream.concat(mini.items().stream(), mini.shots().stream()).toList();
    }

    /** What the last {@code \boxed{}} of the solution holds, as lm-evaluation-harness reads it. */
    private static String boxed(Map<String, String> fields) {
        String solution = fields.get("solution");
        int from = solution.lastIndexOf("\\boxed{") + "\\boxed{".length();
        int depth = 1;
        int to = from;
        while (depth > 0) {
            depth += solution.charAt(to) == '{' ? 1 : solution.charAt(to) == '}' ? -1 : 0;
            to++;
        }
        return solution.substring(from, to - 1);
    }

    private static List<MatchResult> steps(Item item) {
        return CALCULATION.matcher(item.fields().get("lesson")).results().toList();
    }

    private static boolean right(MatchResult step) {
        long a = Long.parseLong(step.group(1));
        long b = Long.parseLong(step.group(3));
        long c = Long.parseLong(step.group(4));
        return c <= 300
                && switch (step.group(2)) {
                    case "+" -> a + b == c;
                    case "-" -> a - b == c;
                    case "*" -> a * b == c;
                    default -> a == b * c;
                };
    }
}
