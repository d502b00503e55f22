package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.FormComparison;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.testing.FakeModelProvider;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suites that are files of a user's, from the property to the result. The fake model prefers B. */
class OwnSuitesRunTest {

    private static final String LETTERS = """
            id: cities
            task:
              forms:
                letters: {question: "{{ question }}\\nA. {{ A }}\\nB. {{ B }}\\nAnswer:", choices: [A, B]}
              data: {evaluation: items.csv, gold: answer}
            """;

    private static final String LAST_WORD = """
            task: last_word
            dataset_path: json
            dataset_kwargs: {data_files: {test: rows.jsonl}}
            output_type: loglikelihood
            test_split: test
            doc_to_text: "{{text}}"
            doc_to_target: "{{word}}"
            """;

    private static final String PAGES = """
            task: pages
            dataset_path: json
            dataset_kwargs: {data_files: {test: rows.jsonl}}
            output_type: loglikelihood_rolling
            test_split: test
            doc_to_text: ""
            doc_to_target: "{{title}}\\n\\n{{body}}"
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        write("mine/cities/suite.yaml", LETTERS);
        write(
                "mine/cities/items.csv",
                "question,A,B,answer\nPeru?,Quito,Lima,B\nChad?,Lima,Oslo,A\nFiji?,Suva,Apia,A\n");
        write("mine/words/last_word.yaml", LAST_WORD);
        write("mine/words/rows.jsonl", "{\"text\": \"x\", \"word\": \" B\"}\n{\"text\": \"x\", \"word\": \" C\"}\n");
        write("mine/words/broken.yaml", LAST_WORD.replace("last_word", "broken") + "repeats: 3\n");
    }

    @Test
    void bothFormsRunOneAfterTheOtherAndOneIsBetter() throws IOException {
        write(
                "mine/cities/suite.yaml",
                LETTERS.replace(
                        "  data:",
                        "    cloze: {question: \"{{ question }}\", choices: [\"{{ A }}\", \"{{ B }}\"]}\n  data:"));
        run().with("suite", folder.resolve("mine/cities") + ",colours/red#0")
                .with("form", "both")
                .execute();
        List<SuiteResult> suites = RecordingReport.latest().suites();
        assertThat(suites)
                .extracting(suite -> suite.suite() + " " + suite.variant().id())
                .containsExactly("cities native-letters", "cities native-cloze", "colours native");
        assertThat(suites.get(0).itemsFile().getFileName()).hasToString("items-cities-native-letters.jsonl");
        assertThat(suites.get(1).subjects().get(0).items().get(0).choices()).containsExactly(" Quito", " Lima");
        FormComparison comparison = FormComparison.of(suites).get(0);
        // With letters the fake model says B, which is right once of three; of texts it takes the first, which is right
        // twice
        assertThat(FormComparison.value(comparison.letters())).isEqualTo(1 / 3.0);
        assertThat(comparison.better()).isSameAs(suites.get(1));
        assertThat(FormComparison.metric(comparison.cloze())).isEqualTo("acc_norm");
    }

    @Test
    void aFolderIsASuite() {
        SuiteResult suite = run(folder.resolve("mine/cities").toString());
        assertThat(suite.suite()).isEqualTo("cities");
        assertThat(suite.subjects().get(0).items())
                .extracting(ItemResult::id, ItemResult::prompt, ItemResult::outcome)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple(
                                "cities/cities#0", "Peru?\nA. Quito\nB. Lima\nAnswer:", Outcome.CORRECT),
                        org.assertj.core.groups.Tuple.tuple(
                                "cities/cities#1", "Chad?\nA. Lima\nB. Oslo\nAnswer:", Outcome.WRONG));
        assertThat(suite.data()).isEqualTo("folder");
    }

    @Test
    void includedSuitesAreNamedLikeAnyOther() {
        EngineRun run = run().with("include", folder.resolve("mine").toString());
        assertThat(tests(run.with("suite", "cities#1"))).isEmpty();
        assertThat(tests(run.with("suite", "cities/cities#1,last_word")))
                .containsExactly(
                        "last_word/last_word#0",
                        "last_word/last_word#1",
                        "last_word: every item was evaluated",
                        "cities/cities#1",
                        "cities: every item was evaluated");
    }

    @Test
    void aContinuationIsRightWhenGreedyDecodingSaysIt() {
        SuiteResult suite = run(folder.resolve("mine/words/last_word.yaml").toString());
        assertThat(suite.subjects().get(0).items())
                .extracting(ItemResult::outcome)
                .containsExactly(Outcome.CORRECT, Outcome.WRONG);
        assertThat(suite.subjects().get(0).items())
                .extracting(item -> item.finding().inWords())
                .containsExactly("answered A, right", "answered otherwise, gold A");
        assertThat(suite.metrics().get("acc").value()).isEqualTo(0.5);
        assertThat(suite.metrics().get("perplexity").value()).isEqualTo(StrictMath.exp(1.5));
    }

    /** As lm-evaluation-harness does it, words and bytes are counted in the target, which is what the model sees. */
    @Test
    void aTaskOfWholeTextsIsMeasured() throws IOException {
        write("mine/pages/pages.yaml", PAGES);
        write("mine/pages/rows.jsonl", "{\"title\": \"Tea\", \"body\": \"Caf\u00e9 au lait\"}\n");
        SuiteResult suite = run(folder.resolve("mine/pages/pages.yaml").toString());
        ItemResult page = suite.subjects().get(0).items().get(0);
        assertThat(page.prompt()).isEqualTo("Tea\n\nCaf\u00e9 au lait");
        assertThat(page.finding()).isEqualTo(new WholeText(-17 / 2.0, 4, 18, 1));
        assertThat(suite.metrics().get("bits_per_byte").value()).isEqualTo(17 / 2.0 / (18 * StrictMath.log(2)));
    }

    @Test
    void whatCantBeEvaluatedSaysWhyWhenItIsNamed() {
        String message =
                folder.resolve("mine/words/broken.yaml") + " line 8: key 'repeats' is 3; each row is asked once here";
        EngineRun run = run().with("include", folder.resolve("mine").toString());
        assertThat(run.with("suite", "cities").issues()).isEmpty();
        assertThat(run.with("suite", "broken").issues())
                .containsExactly("suite 'broken' can't be evaluated: " + message);
        assertThat(run().with("suite", folder.resolve("mine/words").toString()).issues())
                .containsExactly(message);
    }

    @Test
    void aPathThatDoesNotExistIsNamed() {
        assertThat(run().with("suite", "./nowhere").issues())
                .containsExactly(
                        "property 'suite' names './nowhere', but there is no such file or folder, and no such suite");
        assertThat(run().with("suite", "colours").with("include", "/nowhere").issues())
                .containsExactly("property 'include' names '/nowhere', which does not exist (looked for /nowhere)");
    }

    @Test
    void aNameThatIsBuiltInMustBeGivenByItsPath() throws IOException {
        write("mine/cities/suite.yaml", LETTERS.replace("cities", "colours"));
        String path = folder.resolve("mine/cities").toString();
        assertThat(run().with("include", path).with("suite", "colours").issues())
                .containsExactly(
                        "suite 'colours' is built in and also brought by -Dinclude; pass the path of yours as -Dsuite, or give it another name");
        assertThat(run(path).subjects())
                .extracting(subject -> subject.subject())
                .containsExactly("colours");
    }

    @Test
    void mutualInformationAsksTwiceAsMuchAndOnlyWhenItIsWanted() {
        String path = folder.resolve("mine/cities").toString();
        int before = FakeModelProvider.ANSWERED.get();
        assertThat(run(path).metrics()).containsOnlyKeys("acc", "acc_norm", "brier", "log_loss", "ece");
        assertThat(FakeModelProvider.ANSWERED.get() - before).isEqualTo(6);
        run().with("suite", path).with("metrics", "acc_bytes,acc_mutual_info").execute();
        SuiteResult suite = RecordingReport.latest().suites().get(0);
        assertThat(FakeModelProvider.ANSWERED.get() - before).isEqualTo(18);
        assertThat(suite.metrics())
                .containsOnlyKeys("acc", "acc_norm", "acc_bytes", "acc_mutual_info", "brier", "log_loss", "ece");
        // Whatever the prompt, the fake model says B: it adds nothing, and the first of equal choices is the answer
        assertThat(suite.metrics().get("acc_mutual_info").value()).isEqualTo(2 / 3.0);
        assertThat(suite.subjects().get(0).items().get(0).finding())
                .isInstanceOfSatisfying(
                        Finding.Chosen.class,
                        chosen -> assertThat(chosen.loglikelihoods()).hasSize(2));
    }

    /** The fake model says "no", the first of two equal choices, to all of 24 items, of which 20 are so. */
    @Test
    void whereNearlyAllItemsHaveOneLabelTheAccuracyComesAfterF1AndMcc() throws IOException {
        write("mine/spam/suite.yaml", """
                id: spam
                task:
                  forms: {cloze: {question: "{{ mail }}\\nIs it spam?", choices: ["no", "yes"]}}
                  data: {evaluation: items.csv, gold: spam, goldValues: ["0", "1"], passage: mail}
                """);
        write("mine/spam/items.csv", "mail,spam\n" + "Hello,0\n".repeat(20) + "Buy,1\n".repeat(3) + "Buy!,1\n");
        run().with("suite", folder.resolve("mine/spam").toString())
                .with("metrics", "f1_weighted,pearson")
                .execute();
        SuiteResult suite = RecordingReport.latest().suites().get(0);
        assertThat(suite.metrics().keySet())
                .containsExactly(
                        "f1",
                        "mcc",
                        "acc",
                        "acc_norm",
                        "f1_weighted",
                        "roc_auc",
                        "average_precision",
                        "brier",
                        "log_loss",
                        "ece");
        assertThat(suite.metrics().get("acc").value()).isEqualTo(20 / 24.0);
        assertThat(suite.metrics().get("f1").value()).isZero();
        assertThat(suite.metrics().get("mcc").undefined()).isEqualTo("MCC is undefined: every answer is label 0");
        assertThat(suite.clustered().by()).isEqualTo("passage");
        assertThat(suite.clustered().clusters()).isEqualTo(3);
        assertThat(suite.clustered().metrics().get("acc").value()).isEqualTo(20 / 24.0);
        assertThat(suite.clustered().metrics().get("acc").standardError())
                .as("of three mails, not of 24")
                .isGreaterThan(2 * suite.metrics().get("acc").standardError());
    }

    @Test
    void anUnknownMetricListsTheLegalOnes() {
        assertThat(run().with("suite", "colours").with("metrics", "acc_words").issues())
                .containsExactly(
                        "property 'metrics' is 'acc_words'; legal: acc, acc_norm, acc_bytes, acc_mutual_info, f1, f1_macro, "
                                + "f1_micro, f1_weighted, precision, precision_macro, precision_weighted, recall, recall_macro, "
                                + "recall_weighted, mcc, roc_auc, roc_auc_weighted, average_precision, brier, log_loss, ece, pearson, "
                                + "spearman, kendall, r2, mae, mse, rmse, several separated by commas (such as "
                                + "-Dmetrics=acc_bytes,f1_weighted)");
    }

    private SuiteResult run(String suite) {
        run().with("suite", suite).execute();
        return RecordingReport.latest().suites().get(0);
    }

    private EngineRun run() {
        return EngineRun.in(folder);
    }

    private static List<String> tests(EngineRun run) {
        return run.tests(selectClass(BenchmarksTest.class));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
