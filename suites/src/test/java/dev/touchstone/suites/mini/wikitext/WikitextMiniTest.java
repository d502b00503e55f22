package dev.touchstone.suites.mini.wikitext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.Lesson.Text;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WikitextMiniTest {

    private static final Pattern PARAGRAPH = Pattern.compile("(?m)^ (?!=)(\\S.*) $");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final MiniSubject subject = WikitextMini.subject();
    private final List<Item> items = subject.items();

    @Test
    void pagesHaveTheStyleOfTheRawFiles() {
        assertThat(items).hasSizeGreaterThanOrEqualTo(100).allSatisfy(item -> {
            String page = page(item);
            assertThat(item.fields()).containsOnlyKeys("page");
            assertThat(item.gold()).isEqualTo(-1);
            assertThat(page).startsWith(" = ").endsWith(" . \n").contains(" \n \n = = ", " = = \n \n ");
            assertThat(page.lines()).allMatch(line -> line.startsWith(" ") && line.endsWith(" "));
            assertThat(page).doesNotContainPattern("[a-z][,;:]|(?<!(v|St))(?<=[a-z)])[.] |\\p{L}-\\p{L}|\\(\\S|  ");
            assertThat(PageWriter.words(page)).isBetween(80, 200);
        });
        assertThat(items.stream().map(WikitextMiniTest::page)).doesNotHaveDuplicates();
        assertThat(subject.shots()).isEmpty();
    }

    @Test
    void punctuationIsTakenApart() {
        assertThat(RawStyle.of("Well-known facts (all true): 1,000 m, 2.5 s; the king's horse, H. L. A. Hart's law."))
                .isEqualTo(
                        "Well @-@ known facts ( all true ) : 1 @,@ 000 m , 2 @.@ 5 s ; the king 's horse , H. L. A. Hart"
                                + " 's law .");
        assertThat(RawStyle.of("The case Mapp v. Ohio is read.")).isEqualTo("The case Mapp v. Ohio is read .");
        assertThat(RawStyle.of("It is called metal X.")).isEqualTo("It is called metal X .");
    }

    @Test
    void aReaderSeesAPageWithoutTheSpaces() {
        Page page = new Page(
                "Tin", List.of("Tin is a well-known metal."), List.of(new Page.Section("Use", List.of("It is soft."))));
        assertThat(page.plain()).isEqualTo(" = Tin =\n\nTin is a well-known metal.\n\n== Use ==\n\nIt is soft.");
        assertThat(page.raw())
                .isEqualTo(" = Tin = \n \n Tin is a well @-@ known metal . \n \n = = Use = = \n \n It is soft . \n");
    }

    @Test
    void noLessonHoldsASectionOfAnItem() {
        Set<String> sections =
                items.stream().flatMap(item -> paragraphs(page(item)).skip(1)).collect(Collectors.toSet());
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text = ((Text) subject.lesson(random)).text();
            assertThat(text).isEqualTo(text.stripTrailing());
            boolean raw = text.contains(" . \n");
            List<String> told = raw
                    ? paragraphs(text + " \n").skip(1).toList()
                    : text.lines()
                            .filter(line -> !line.isEmpty() && !line.contains("= "))
                            .skip(1)
                            .toList();
            assertThat(told.size()).as(text).isBetween(2, 3);
            assertThat(told).noneMatch(section -> sections.contains(closed(section)));
        }
    }

    @Test
    void theSameItemsAndLessonsAreMadeEveryTime() {
        MiniSubject again = WikitextMini.subject();
        assertThat(again.items()).isEqualTo(items);
        assertThat(lessons(again)).isEqualTo(lessons(subject));
    }

    private static List<Lesson> lessons(MiniSubject subject) {
        Random random = new Random(3);
        return Stream.generate(() -> subject.lesson(random)).limit(100).toList();
    }

    private static Stream<String> paragraphs(String page) {
        return PARAGRAPH.matcher(page).results().map(result -> result.group(1));
    }

    /** Whatever the style: letters and digits only. */
    private static String closed(String text) {
        return NO_LETTER.matcher(text).replaceAll("");
    }

    private static String page(Item item) {
        return item.fields().getOrDefault("page", "");
    }
}
