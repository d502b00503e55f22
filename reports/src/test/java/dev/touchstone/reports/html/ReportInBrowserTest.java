package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of 15,000 items under two variants, in a real browser: clicked, searched, filtered, measured. */
class ReportInBrowserTest {

    private static final int ITEMS = 15_000;
    private static final int SEARCHES = 20;
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    static Path folder;

    private static Path page;
    private static Browser browser;

    @BeforeAll
    static void openTheReport() throws IOException {
        browser = Browser.start("en");
        LargeRun.write(folder, ITEMS);
        HtmlReport.write(folder);
        page = folder.resolve("report.html");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void freshPage() {
        browser.resize(1280, 900);
        browser.dark(false);
        browser.open(page, "#items");
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertThat(browser.complaints()).isEmpty();
        assertThat((List<?>) browser.script("return performance.getEntriesByType('resource').map(each => each.name)"
                        + ".filter(name => !name.startsWith('data:'))"))
                .as("what the page fetched")
                .isEmpty();
    }

    @Test
    void isSmallAndOpensWithAllItems() throws IOException {
        assertThat(Files.size(page)).isLessThan(25 * MEBIBYTE);
        long before = browser.processorMillis();
        browser.open(page, "#items");
        long used = browser.processorMillis() - before;
        print(
                "%d items under 2 variants: %.1f MiB, open with all items after %d ms of processor time (%d ms on this machine's clock)",
                ITEMS, (double) Files.size(page) / MEBIBYTE, used, number("return Math.round(run.loadedAt)"));
        assertThat(browser.text("[role=status]")).startsWith("15,000");
    }

    @Test
    void findsWordsAndPhrasesInBothLanguages() {
        type("needle14321");
        assertThat(browser.text("[role=status]")).isEqualTo("1 of 15,000 items");
        type("the needle");
        assertThat(number("return itemsPage.entries.length"))
                .as("items with both words")
                .isGreaterThan(10_000);
        type("“the needle”");
        assertThat(number("return itemsPage.entries.length"))
                .as("items with the phrase")
                .isBetween(1L, 2000L);
        type("电场 LAW");
        assertThat(browser.text("[role=status]"))
                .matches("[\\d,]+ of 15,000 items")
                .doesNotStartWith("0 ");
        long before = browser.processorMillis();
        for (int i = 0; i < SEARCHES; i++) {
            type("needle" + i + " force");
        }
        long used = (browser.processorMillis() - before) / SEARCHES;
        print("a search in %d items takes %d ms of processor time, drawing included", ITEMS, used);
    }

    @Test
    void everythingOfAnItemIsTheSameAsInTheItemsFile() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("items-mmlu-int4.jsonl"), StandardCharsets.UTF_8);
        JsonMapper mapper = JsonMapper.builder().build();
        for (int row : new int[] {0, 1, 7, 4711, ITEMS - 1}) {
            String shown = (String) browser.script("""
                    const item = run.suites[1].table.item(arguments[0]), number = item.question, {questions} = run;
                    delete item.question;
                    return JSON.stringify({...item, suite: "mmlu", prompt: questions.prompt(number),
                        promptSha256: questions.sha256[number], choices: questions.choices[number]});
                    """, row);
            JsonNode written = mapper.readTree(lines.get(row));
            assertThat(mapper.readTree(shown)).isEqualTo(written);
        }
    }

    @Test
    void textsOfItemsAreTextsWhateverTheyContain() {
        browser.open(page, "#items?item=mmlu/subject_7%230");
        assertThat(browser.text(".detail"))
                .contains("</script><!--<script><img src=x onerror=")
                .contains("\\frac{a}{b}");
        assertThat((String) browser.script("return document.title")).doesNotContain("broken");
        assertThat(browser.elements("main img, main script")).isEmpty();
    }

    @Test
    void filtersByOutcomeSubjectAndFlip() {
        choose("Outcome", "wrong");
        choose("Subject", "Subject 3");
        long wrong = number("return itemsPage.entries.length");
        assertThat(wrong).isBetween(1L, 264L);
        assertThat(browser.script("return itemsPage.entries.every(each => each.table.outcome(each.row) === 'wrong'"
                        + " && each.table.get('subject', each.row) === 'subject_3')"))
                .isEqualTo(true);
        browser.open(page, "#items?variant=int4&flip=lost");
        assertThat(browser.script("return itemsPage.entries.length > 0 && itemsPage.entries.every(({table, row}) =>"
                        + " table.outcome(row) === 'wrong' && run.suites[0].table.outcome(row) === 'correct')"))
                .as("what int4 lost is wrong there and right under fp32")
                .isEqualTo(true);
    }

    @Test
    void theListHasOnlyTheItemsInSightAndIsWalkedByKeys() {
        assertThat(browser.elements(".entry")).hasSizeBetween(10, 60);
        browser.element(".entry").click();
        assertThat(browser.text(".detail h2")).isEqualTo("mmlu/subject_0#0");
        browser.element("[role=listbox]").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(browser.text(".detail h2")).isEqualTo("mmlu/subject_2#0");
        browser.element("[role=listbox]").sendKeys(Keys.END);
        assertThat(browser.text(".detail h2")).isEqualTo("mmlu/subject_8#263");
        assertThat(browser.elements(".entry")).hasSizeBetween(10, 60);
        assertThat(browser.script("return location.hash")).isEqualTo("#items?item=mmlu%2Fsubject_8%23263");
    }

    @Test
    void mostSureWrongAnswersComeFirstWhenAskedFor() {
        browser.open(page, "#items?outcome=wrong&sort=sure");
        assertThat(browser.script("const sure = itemsPage.entries.map(confidence);"
                        + "return sure.length > 1 && sure.every((value, i) => i === 0 || value <= sure[i - 1])"))
                .isEqualTo(true);
    }

    @Test
    void tablesAreSortedByAClickOrAKey() {
        browser.go("#results");
        browser.script("document.querySelectorAll('#view-results table')[2].querySelectorAll('th button')[2].click()");
        String values = "return [...document.querySelectorAll('#view-results table')[2].querySelectorAll('tbody tr')]"
                + ".map(row => parseFloat(row.children[2].textContent))";
        assertThat(numbers(values)).hasSize(57).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        browser.script("document.querySelectorAll('#view-results table')[2].querySelectorAll('th button')[2].focus()");
        browser.element("#view-results th[aria-sort] button").sendKeys(Keys.ENTER);
        assertThat(numbers(values)).hasSize(57).isSorted();
    }

    @Test
    void saysEverythingInChineseToo() {
        browser.go("#overview");
        assertThat(browser.text("nav")).startsWith("Overview");
        browser.element("#language").click();
        assertThat(browser.text("nav")).startsWith("概览");
        assertThat(browser.text("#view-overview")).contains("判定", "无法判定", "正确");
        assertThat(browser.script("return document.documentElement.lang")).isEqualTo("zh-CN");
        browser.element("#language").click();
    }

    @Test
    void chineseBrowsersGetChinese() {
        try (Browser chinese = Browser.start("zh-CN")) {
            chinese.open(page, "#overview");
            assertThat(chinese.text("nav")).startsWith("概览");
        }
    }

    @Test
    void coloursFollowTheSystemUntilTheyAreChosen() {
        String background = "return getComputedStyle(document.body).backgroundColor";
        Object light = browser.script(background);
        browser.dark(true);
        Object dark = browser.script(background);
        assertThat(dark).isNotEqualTo(light);
        browser.element("#theme").click();
        assertThat(browser.script(background)).isEqualTo(light);
        browser.element("#theme").click();
        assertThat(browser.script(background)).isEqualTo(dark);
        browser.element("#theme").click();
    }

    @Test
    void aPhoneShowsListOrItem() {
        browser.resize(390, 844);
        assertThat(browser.element(".list").isDisplayed()).isTrue();
        browser.element(".entry").click();
        assertThat(browser.element(".list").isDisplayed()).isFalse();
        browser.element(".back").click();
        assertThat(browser.element(".list").isDisplayed()).isTrue();
        assertThat(browser.elements(".detail h2")).isEmpty();
    }

    private static void type(String text) {
        browser.script(
                "const field = document.getElementById('search'); field.value = arguments[0];"
                        + "field.dispatchEvent(new Event('input', {bubbles: true}))",
                text);
    }

    private static void choose(String label, String option) {
        browser.script("""
                const label = [...document.querySelectorAll(".filters label")].find(each => each.firstChild.data === arguments[0]);
                const select = label.querySelector("select");
                select.value = [...select.options].find(each => each.text === arguments[1]).value;
                select.dispatchEvent(new Event("change", {bubbles: true}));
                """, label, option);
    }

    private static long number(String script) {
        return ((Number) browser.script(script)).longValue();
    }

    @SuppressWarnings("unchecked")
    private static List<Double> numbers(String script) {
        return ((List<Number>) browser.script(script))
                .stream().map(Number::doubleValue).toList();
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
