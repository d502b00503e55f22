package dev.touchstone.suites.mini.sums;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class Gsm8kAnswersTest {

    private static final Pattern MARK = Pattern.compile("(\\S+) = <<(\\d+)([-+*/])(\\d+)=(\\d+)>>(\\d+)");

    private static List<Item> items = List.of();

    @BeforeAll
    static void itemsShotsAndSomeLessons() {
        MiniSubject mini = SumsMini.subject("gsm8k", "gsm8k");
        Random random = new Random(11);
        Stream<Item> lessons = Stream.generate(() -> mini.lesson(random))
                .limit(5000)
                .filter(Lesson.Exercise.class::isInstance)
                .map(lesson -> ((Lesson.Exercise) lesson).item());
        items = Stream.of(mini.items().stream(), mini.shots().stream(), lessons)
                .flatMap(all -> all)
                .toList();
    }

    @Test
    void fieldsAreThePublishedOnes() {
        assertThat(items).allSatisfy(item -> {
            assertThat(item.fields()).containsOnlyKeys("question", "answer");
            assertThat(item.fields().get("question")).endsWith("?");
            assertThat(item.gold()).isEqualTo(-1);
        });
    }

    @Test
    void everyMarkIsWorkedOutRight() {
        assertThat(items)
                .allSatisfy(item -> assertThat(marks(item))
                        .hasSizeBetween(2, 4)
                        .allSatisfy(
                                mark -> assertThat(right(mark)).as(mark.group()).isTrue()));
    }

    @Test
    void everyStepButTheLastLineHasOneMark() {
        assertThat(items).allSatisfy(item -> {
            String[] lines = item.fields().get("answer").split("\n");
            assertThat(lines).hasSize(marks(item).size() + 1);
            assertThat(List.of(lines).subList(0, lines.length - 1))
                    .allMatch(line -> line.contains("<<") && line.endsWith("."));
        });
    }

    @Test
    void theLastLineIsTheResultOfTheLastMark() {
        assertThat(items).allSatisfy(item -> {
            Matcher last =
                    Pattern.compile("\n#### (\\d+)$").matcher(item.fields().get("answer"));
            assertThat(last.find()).isTrue();
            List<MatchResult> marks = marks(item);
            assertThat(last.group(1)).isEqualTo(marks.get(marks.size() - 1).group(5));
        });
    }

    /** Each number that a step uses was given, was worked out before, or is said in words ("half", "legs"). */
    @Test
    void noNumberComesOutOfTheBlue() {
        assertThat(items).allSatisfy(item -> {
            StringBuilder known = new StringBuilder(item.fields().get("question")).append(" 2 ");
            for (MatchResult mark : marks(item)) {
                assertThat(known.toString())
                        .containsPattern("\\b" + mark.group(2) + "\\b")
                        .containsPattern("\\b" + mark.group(4) + "\\b");
                known.append(mark.group(5)).append(' ');
            }
        });
    }

    private static List<MatchResult> marks(Item item) {
        return MARK.matcher(item.fields().get("answer")).results().toList();
    }

    private static boolean right(MatchResult mark) {
        long a = Long.parseLong(mark.group(2));
        long b = Long.parseLong(mark.group(4));
        long c = Long.parseLong(mark.group(5));
        boolean holds = switch (mark.group(3)) {
            case "+" -> a + b == c;
            case "-" -> a - b == c;
            case "*" -> a * b == c && c <= 150;
            default -> a == b * c;
        };
        return holds
                && c <= 300
                && mark.group(1).equals(mark.group(2) + mark.group(3) + mark.group(4))
                && mark.group(5).equals(mark.group(6));
    }
}
