package dev.touchstone.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.reports.MeasuredRuns;
import dev.touchstone.reports.SampleChecks;
import dev.touchstone.reports.SampleGates;
import dev.touchstone.reports.SampleRuns;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllureReportTest {

    @TempDir
    Path folder;

    @Test
    void makesOneTestOfEachSubjectWithItsItemsAsSteps() throws IOException {
        new AllureReport().write(SampleRuns.small(folder));

        assertThat(tests()).hasSize(3);
        JsonNode law = test("law");
        assertThat(law.get("name").asString()).isEqualTo("Law 法学: acc 66.67 %, n = 3 (mini)");
        assertThat(texts(law.get("steps"), "name"))
                .containsExactly(
                        "#0 answered B, right",
                        "#1 answered B, gold C",
                        "#2 answered D, right",
                        "#3 could not be evaluated");
        assertThat(texts(law.get("steps"), "status")).containsExactly("passed", "skipped", "passed", "broken");
    }

    @Test
    void makesOneTestOfEachGateWithItsEvidence() throws IOException {
        new AllureReport().write(SampleGates.run(folder));

        List<JsonNode> gates = tests().stream()
                .filter(test -> test.get("fullName").asString().startsWith("gates/"))
                .toList();
        assertThat(gates)
                .extracting(gate ->
                        gate.get("name").asString() + " " + gate.get("status").asString())
                .containsExactlyInAnyOrder(
                        "regression: ceval native: FAIL failed",
                        "min: ceval native acc: PASS passed",
                        "no-answer: ceval native: INCONCLUSIVE skipped",
                        "flips: ceval native: REFUSED broken");
        JsonNode regression = gates.stream()
                .filter(gate -> gate.get("status").asString().equals("failed"))
                .findFirst()
                .orElseThrow();
        assertThat(regression.at("/statusDetails/message").asString()).startsWith("acc 66.67 %, baseline 83.33 %");
        assertThat(regression.get("description").asString())
                .contains("| lost | 1 |")
                .contains("| smallestDropSeen | undefined |");
        assertThat(regression.at("/parameters/2/value").asString()).isEqualTo("sha256:77");
    }

    @Test
    void aWrongAnswerLeavesTheSubjectPassedAndAnErrorMakesItBroken() throws IOException {
        new AllureReport().write(SampleRuns.small(folder));

        assertThat(test("marxism").get("status").asString()).isEqualTo("passed");
        assertThat(test("law").get("status").asString()).isEqualTo("broken");
        assertThat(test("law").at("/statusDetails/message").asString())
                .isEqualTo("could not be evaluated: 1 of 4 items; the first is ceval/law#3:"
                        + " the prompt has 9000 tokens, the model sees 2048");
    }

    @Test
    void aCheckThatDoesNotHoldIsRedAndOneThatWasSkippedGrey() throws IOException {
        new AllureReport().write(SampleChecks.run(folder));

        assertThat(test("logits").get("status").asString()).isEqualTo("passed");
        assertThat(test("causal-mask").get("status").asString()).isEqualTo("failed");
        assertThat(test("causal-mask").at("/statusDetails/message").asString())
                .isEqualTo("does not hold: 3 of 65 positions differ");
        assertThat(test("causal-mask").get("description").asString())
                .contains("| A statement about causal-mask. | does not hold | 3 of 65 positions differ |");
        assertThat(test("logits").at("/steps/0/parameters/0").toString()).contains("\"rows\"", "\"16\"");
        assertThat(test("batch").get("status").asString()).isEqualTo("skipped");
        assertThat(test("round-trip").get("status").asString()).isEqualTo("broken");
    }

    @Test
    void aPageIsAStepWithItsPerplexity() throws IOException {
        new AllureReport().write(MeasuredRuns.pages(folder));

        JsonNode pages = test("wikitext");
        assertThat(pages.get("name").asString()).isEqualTo("WikiText-2: word_perplexity 26.7257, n = 3");
        assertThat(texts(pages.get("steps"), "name"))
                .containsExactly(
                        "#0 ln P -331.50, 110 words, 570 bytes",
                        "#1 ln P -170.25, 47 words, 245 bytes",
                        "#2 ln P -812.50, 243 words, 1230 bytes",
                        "#3 could not be evaluated");
        assertThat(texts(pages.get("steps"), "status")).containsExactly("passed", "passed", "passed", "broken");
        assertThat(pages.at("/steps/1/parameters").toString())
                .contains(
                        "{\"name\":\"word_perplexity\",\"value\":\"37.4251\"}",
                        "{\"name\":\"scored in\",\"value\":\"2 windows\"}");
        assertThat(pages.get("description").asString())
                .contains("| items | measured | not evaluated |", "| 4 | 3 | 1 |", "green was measured")
                .doesNotContain("right |");
    }

    @Test
    void aPlaceOnAScaleIsAStepWithPredictionAndGold() throws IOException {
        new AllureReport().write(MeasuredRuns.mixed(folder));

        JsonNode scale = test("stsb");
        assertThat(texts(scale.get("steps"), "name")).contains("#0 predicted 2.50, gold 3.80");
        assertThat(scale.at("/steps/0/parameters").toString())
                .contains("{\"name\":\"0\",\"value\":\"ln P -1.5000\"}", "{\"name\":\"5\",\"value\":\"ln P -1.5000\"}");
        assertThat(test("cola").get("description").asString()).contains("| items | right | wrong |");
    }

    @Test
    void whereNothingIsCommonTheFirstPageSaysHowEachSubjectWent() throws IOException {
        new AllureReport().write(MeasuredRuns.mixed(folder));

        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(results().resolve("environment.properties"))) {
            facts.load(reader);
        }
        assertThat(facts.stringPropertyNames())
                .contains("GLUE native CoLA mcc", "GLUE native STS-B pearson")
                .doesNotContain("GLUE native CoLA acc");
    }

    @Test
    void sortsTestsBySuiteAndGroup() throws IOException {
        new AllureReport().write(SampleRuns.small(folder));

        assertThat(test("law").get("labels").toString())
                .contains(
                        "{\"name\":\"parentSuite\",\"value\":\"C-Eval (mini)\"}",
                        "{\"name\":\"suite\",\"value\":\"Social Science\"}",
                        "{\"name\":\"feature\",\"value\":\"Social Science\"}");
    }

    @Test
    void givesEachOfManySubjectsItsOwnHistory() throws IOException {
        new AllureReport().write(SampleRuns.large(folder));

        assertThat(tests().stream()
                        .map(test -> test.get("historyId").asString())
                        .distinct())
                .hasSize(52)
                .allMatch(id -> id.matches("[0-9a-f]{64}"));
    }

    @Test
    void attachesTheItemsAsATableAndTheFirstPrompt() throws IOException {
        new AllureReport().write(SampleRuns.small(folder));

        JsonNode attachments = test("law").get("attachments");
        Path table = results().resolve(attachments.at("/0/source").asString());
        try (CSVParser parser = CSVParser.parse(
                table,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).toMap())
                    .containsEntry("id", "ceval/law#1")
                    .containsEntry("outcome", "wrong")
                    .containsEntry("gold", "C")
                    .containsEntry("answer", "B")
                    .containsEntry("loglikelihood B", "-0.500000");
            assertThat(rows.get(3).get("error")).startsWith("the prompt has 9000 tokens");
        }
        assertThat(results().resolve(attachments.at("/1/source").asString()))
                .content()
                .startsWith("以下是中国关于law考试的单项选择题");
    }

    @Test
    void tellsWhereTheNumbersComeFrom() throws IOException {
        new AllureReport().write(SampleRuns.stopped(folder));

        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(results().resolve("environment.properties"))) {
            facts.load(reader);
        }
        assertThat(facts)
                .containsEntry("model fingerprint", "sha256:0f1e2d3c")
                .containsEntry("C-Eval native acc", "66.67 % (95 % interval 25.35 – 100.00, n = 6)")
                .containsEntry("C-Eval native stopped", "after 7 of 20 items")
                .containsEntry("-Dsuite", "ceval");
    }

    @Test
    void writesOneHtmlFileWithChineseNamesThatLoadsNothing() throws IOException {
        new AllureReport().write(SampleRuns.small(folder));

        Path page = folder.resolve("allure-report/index.html");
        try (Stream<Path> files = Files.list(page.getParent())) {
            assertThat(files).containsExactly(page);
        }
        String html = Files.readString(page);
        assertThat(data(html, "data/suites.json")).contains("Law 法学: acc 66.67 %, n = 3 (mini)");
        assertThat(data(html, "widgets/environment.json")).startsWith("[{\"values\":[\"66.67 % (95 % interval");
        assertThat(html).doesNotContain("google", "gtag");
        assertThat(Pattern.compile("(?:src|href)=\"(?!data:)").matcher(html).find())
                .isFalse();
    }

    @Test
    void deletesAPageWithAnalyticsAndSaysSo() throws IOException {
        Path page = Files.writeString(
                folder.resolve("index.html"), "<script src=\"https://www.googletagmanager.com/gtag/js\"></script>");

        assertThatThrownBy(() -> HtmlReport.checkForAnalytics(page))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the Allure report " + page + " contained 'googletagmanager' and would tell Google who reads"
                                + " it, so it was deleted; allure-generator 2.34.0 is expected on the class path, check its version");
        assertThat(page).doesNotExist();
    }

    @Test
    void expectsTheGeneratorThatIsOnTheClassPath() throws IOException {
        try (InputStream version = getClass().getResourceAsStream("/allure-version.txt")) {
            assertThat(new String(version.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(ReportConfiguration.GENERATOR_VERSION);
        }
    }

    @Test
    void hasNoHttpClientToSendAnythingWith() {
        assertThatThrownBy(() -> Class.forName("org.apache.http.impl.client.HttpClientBuilder"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void replacesWhatAnEarlierAttemptLeft() throws IOException {
        new AllureReport().write(SampleRuns.large(folder));
        new AllureReport().write(SampleRuns.small(folder));

        assertThat(tests()).hasSize(3);
    }

    @Test
    void reportsARunWithoutAnyItem() throws IOException {
        new AllureReport().write(SampleRuns.empty(folder));

        assertThat(folder.resolve("allure-report/index.html")).exists();
    }

    private Path results() {
        return folder.resolve("allure-results");
    }

    private List<JsonNode> tests() throws IOException {
        try (Stream<Path> files = Files.list(results())) {
            return files.filter(file -> file.toString().endsWith("-result.json"))
                    .map(file -> JsonMapper.shared().readTree(file.toFile()))
                    .toList();
        }
    }

    private JsonNode test(String subject) throws IOException {
        return tests().stream()
                .filter(test -> test.get("fullName").asString().endsWith("/" + subject + " native"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode nodes, String key) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get(key).asString())
                .toList();
    }

    private static String data(String html, String name) {
        Matcher matcher = Pattern.compile("d\\('" + Pattern.quote(name) + "','([^']*)'\\)")
                .matcher(html);
        assertThat(matcher.find()).isTrue();
        return new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8);
    }
}
