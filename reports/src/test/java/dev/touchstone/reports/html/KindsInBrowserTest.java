package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** How the report shows items of every kind: choices, generated answers, whole texts, checks, errors. The run is made by hand. */
class KindsInBrowserTest {

    private static final List<String> FILES = List.of(
            "results.json",
            "items-ceval-native.jsonl",
            "items-gsm8k-native.jsonl",
            "items-glue-native.jsonl",
            "items-wikitext-native.jsonl",
            "items-sanity-native.jsonl");

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void openTheReport() throws IOException {
        browser = Browser.start("en");
        for (String file : FILES) {
            try (InputStream in = KindsInBrowserTest.class.getResourceAsStream("small/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        HtmlReport.write(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void choicesAreShownWithTheirSharesOfTheProbability() {
        open("items?item=ceval/law%231");
        assertThat(browser.text(".why"))
                .isEqualTo("Answered B with 76.6 % of the probability among the choices. Right is D, which had 0.0 %.");
        assertThat(browser.text(".choices tr.missed")).contains("B", "answered", "76.6 %", "−0.5000");
        assertThat(browser.text(".choices tr.gold")).contains("D", "right", "0.0 %", "−∞");
    }

    @Test
    void whatTheSubjectsPromptsHaveInCommonIsFoldedAway() {
        open("items?item=ceval/law%231");
        assertThat(browser.text(".detail")).contains("宪法是____。").doesNotContain("以下是中国关于法学");
        browser.element(".detail summary").click();
        assertThat(browser.text(".detail details .text-block")).isEqualTo("以下是中国关于法学的单项选择题，请选出其中的正确答案。");
    }

    @Test
    void whatWasReadFromAGeneratedTextIsMarked() {
        open("items?item=gsm8k/gsm8k%230");
        assertThat(browser.text(".text-block mark")).isEqualTo("7");
        assertThat(browser.text(".detail")).contains("3 + 4 = 7 <b>apples</b>.", "by the rule gsm8k-strict");
        assertThat(browser.text(".why")).isEqualTo("“7” was read by the rule gsm8k-strict. That is right (“#### 7”).");
        open("items?item=gsm8k/gsm8k%231");
        assertThat(browser.text(".text-block mark"))
                .as("positions are UTF-16, and an emoji has two")
                .isEqualTo("12");
        assertThat(browser.text(".why")).isEqualTo("“12” was read by the rule gsm8k-flexible. Right is “#### 10”.");
    }

    @Test
    void noAnswerAndErrorAreToldApartFromWrong() {
        open("items?item=gsm8k/gsm8k%232");
        assertThat(browser.text(".why")).isEqualTo("No answer could be read from the text. Right is “#### 1”.");
        assertThat(browser.text(".detail .outcome")).contains("no answer");
        open("items?item=gsm8k/gsm8k%233");
        assertThat(browser.text(".why"))
                .isEqualTo("Could not be evaluated: the prompt has 9000 tokens, the model sees 2048");
        assertThat(browser.text(".detail .outcome")).contains("error");
    }

    @Test
    void wholeTextsAndChecksAreNoAnswers() {
        open("items?item=wikitext/wikitext%230");
        assertThat(browser.text(".why"))
                .isEqualTo("ln P = −123.50 over 36 words and 198 bytes: 0.900 bits for a byte.");
        assertThat(browser.text(".detail .outcome")).contains("measured");
        open("results?run=4");
        assertThat(browser.text("#view-results")).contains("does not hold", "3 of 65 positions differ");
    }

    @Test
    void theOverviewSaysWhatToBeCarefulAbout() {
        open("overview");
        assertThat(browser.elements(".notice"))
                .extracting(WebElement::getText)
                .containsExactly(
                        "GSM8K: items that could not be evaluated: 1; they count in no figure.",
                        "GSM8K: items from whose text no answer could be read: 1.",
                        "GSM8K: prompts that were cut at the beginning to fit the model's 2,048 tokens: 1.");
        assertThat(browser.text("#view-overview")).contains("0 of 1 hold");
    }

    @Test
    void capabilitiesAreAStarOfTheSuitesThatSayWhatTheyMeasure() {
        open("overview");
        assertThat(browser.elements("#view-overview .chart svg text"))
                .extracting(WebElement::getText)
                .containsExactly("Subject knowledge 50 %", "Reasoning 33 %", "Language 75 %");
    }

    @Test
    void choicesInCommonGiveConfusionAndCurves() {
        open("quality?run=2");
        assertThat(browser.text("#view-quality .matrix tbody").replaceAll("\\s+", " "))
                .isEqualTo("no 2 0 100.0 % yes 1 1 50.0 %");
        assertThat(browser.elements("#view-quality .curve")).hasSize(2);
        open("quality?run=1");
        assertThat(browser.text("#view-quality")).contains("nothing to say about calibration or confusion");
    }

    @Test
    void subjectsWithoutAMetricInCommonShowTheirOwn() {
        open("overview");
        browser.script("run.suites[2].metrics = {}; drawAll()");
        browser.go("#results?run=2");
        assertThat(browser.text("#view-results")).contains("The subjects have no metric in common", "CoLA", "75.00 %");
        browser.go("#overview");
        assertThat(browser.text("#view-overview")).contains("by subject");
    }

    @Test
    void everyMetricOfSubjectsWithoutOneInCommonIsInATable() {
        open("overview");
        browser.script(
                "run.suites[2].metrics = {}; run.suites[2].subjects[0].metrics.brier = {value: 0.25, n: 4}; drawAll()");
        browser.go("#results?run=2");
        assertThat(browser.text("#view-results details"))
                .contains("All metrics of each subject", "Brier score", "0.2500");
    }

    @Test
    void whereOneLabelIsFarMoreCommonThePageSaysWhyTheAccuracyMisleads() {
        open("overview");
        browser.script(
                "run.suites[2].subjects[0].balance = {labels: ['no', 'yes'], gold: [3, 27], ratio: 9, accuracyMisleads: true};"
                        + " run.suites[2].clustered = {by: 'passage', clusters: 12, metrics: {acc: {value: 0.75, ci95: [0.5, 0.875], n: 4}}}; drawAll()");
        assertThat(browser.text("#view-overview"))
                .contains(
                        "“yes” is right in 90.0 % of the items (9.0 : 1), so always answering it would score that; the accuracy"
                                + " misleads, and F1 and MCC lead.");
        browser.go("#results?run=2");
        assertThat(browser.text("#view-results"))
                .contains(
                        "accuracy (acc): 95 % interval 50.00 – 87.50 when the items on a passage belong together (12 passages).");
    }

    @Test
    void everyItemThatFlippedSinceTheBaselineIsListedWithALinkToIt() {
        open("baseline");
        assertThat(browser.text("#view-baseline")).contains("Compared with run 20261031-090000-ffff0000");
        assertThat(browser.elements("#view-baseline .flips li"))
                .extracting(WebElement::getText)
                .containsExactly(
                        "ceval/law#1 D → B 宪法是____。 A. 甲 B. 乙 C. 丙 D. 丁 答案：",
                        "ceval/law#0 C → B 下列关于“法”的说法正确的是____。 A. 甲 B. 乙 C. 丙 D. 丁 答案：",
                        "gsm8k/gsm8k#2 1 → no answer Question: and? Answer:");
        browser.element("#view-baseline .flips a").click();
        assertThat(browser.text(".detail h2")).isEqualTo("ceval/law#1");
        assertThat(browser.text(".detail .notice"))
                .isEqualTo("Lost: in the baseline (run 20261031-090000-ffff0000) the answer was D, which is right.");
        assertThat(browser.text("[role=status]")).isEqualTo("1 of 2 items");
        browser.go("#items?since=flipped");
        assertThat(browser.text("[role=status]")).isEqualTo("3 of 12 items");
    }

    @Test
    void variantsAreNoViewWhereThereIsOne() {
        open("variants");
        assertThat(browser.elements("nav a"))
                .extracting(WebElement::getText)
                .containsExactly("Overview", "Results", "Calibration", "Baseline", "Items", "Provenance");
        assertThat(browser.element("#view-overview").isDisplayed()).isTrue();
    }

    private static void open(String fragment) {
        browser.open(folder.resolve("report.html"), "#" + fragment);
    }
}
