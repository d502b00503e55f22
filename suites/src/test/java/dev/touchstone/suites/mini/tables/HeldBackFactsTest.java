package dev.touchstone.suites.mini.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.Lesson.Exercise;
import dev.touchstone.suites.mini.Lesson.Text;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.crass.CrassMini;
import dev.touchstone.suites.mini.sciq.SciqMini;
import dev.touchstone.suites.mini.wikitext.WikitextMini;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** What is asked of a model that was never taught it. */
class HeldBackFactsTest {

    private record HeldBack(String relation, Map<String, String> facts) {}

    private record Place(String suite, String subject, HeldBack heldBack) {}

    private static final List<Place> PLACES =
            Stream.of("mmlu", "ceval").flatMap(HeldBackFactsTest::places).toList();

    @Test
    void thereAreFifteenSubjectsOfEachSuiteAndManyFacts() {
        assertThat(PLACES.stream().collect(Collectors.groupingBy(Place::suite, Collectors.counting())))
                .isEqualTo(Map.of("mmlu", 15L, "ceval", 15L));
        assertThat(facts()).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void theyBelongToARelationOfTheSubjectsTable() {
        assertThat(PLACES).allSatisfy(place -> {
            Relation taught = relation(place);
            Set<String> answers = new HashSet<>(place.heldBack().facts().values());
            assertThat(answers).as(place.subject()).hasSizeBetween(4, 5).doesNotContainAnyElementsOf(taught.answers());
            assertThat(place.heldBack().facts()).hasSameSizeAs(answers);
        });
    }

    @Test
    void noTableOrLessonHoldsTheirThingOrAnswer() {
        String taught = normal(taught());
        for (Map.Entry<String, String> fact : facts()) {
            for (String part : List.of(fact.getKey(), fact.getValue())) {
                assertThat(holds(taught, normal(part)))
                        .as("'" + part + "' is taught")
                        .isFalse();
            }
        }
    }

    private static Stream<Place> places(String suite) {
        return subjects(suite)
                .filter(subject -> Tables.class.getResource(path(suite, subject)) != null)
                .flatMap(subject ->
                        Tables.read(suite + "/heldback/" + subject + ".yaml", new TypeReference<List<HeldBack>>() {})
                                .stream()
                                .map(heldBack -> new Place(suite, subject, heldBack)));
    }

    private static Stream<String> subjects(String suite) {
        return SuiteCatalog.load().find(suite).orElseThrow().subjects().stream().map(Suite.Subject::id);
    }

    private static String path(String suite, String subject) {
        return "/dev/touchstone/suites/builtin/" + suite + "/heldback/" + subject + ".yaml";
    }

    private static Relation relation(Place place) {
        return Tables.facts(place.suite(), place.subject()).stream()
                .filter(relation -> relation.relation().equals(place.heldBack().relation()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map.Entry<String, String>> facts() {
        return PLACES.stream()
                .flatMap(place -> place.heldBack().facts().entrySet().stream())
                .toList();
    }

    private static String taught() {
        List<String> texts = new ArrayList<>();
        for (String suite : List.of("mmlu", "ceval")) {
            subjects(suite)
                    .forEach(subject -> texts.add(Tables.facts(suite, subject).toString()));
        }
        Tables.lines("sciq/facts/index.txt")
                .forEach(table -> texts.add(Tables.facts("sciq", table).toString()));
        for (String file : List.of("crass/rules", "crass/impossible", "wikitext/topics", "wikitext/sentences")) {
            texts.addAll(Tables.lines(file + ".yaml"));
        }
        Random random = new Random(1);
        for (MiniSubject subject : List.of(SciqMini.subject(), CrassMini.subject(), WikitextMini.subject())) {
            for (int i = 0; i < 500; i++) {
                texts.add(text(subject.lesson(random)));
            }
        }
        return String.join("\n", texts);
    }

    private static String text(Lesson lesson) {
        return lesson instanceof Exercise exercise
                ? exercise.item().fields().values().toString()
                : ((Text) lesson).text();
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Latin words and numbers count as whole words only. */
    private static boolean holds(String text, String part) {
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            if (!isLatin(text, at - 1) && !isLatin(text, at + part.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 128 && Character.isLetterOrDigit(text.charAt(at));
    }
}
