package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.testing.ColourSuites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;

class DiscoveryIssueTest {

    private static final String ALL =
            "legal: suite, model, data, include, precision, form, metrics, audit, shots, limit, sample, seed, threads, memory, simd, resume, output, baseline, gate.NAME";

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void writeData() {
        run = EngineRun.in(folder).with("suite", "colours");
    }

    @Test
    void issuesAreErrors() {
        assertThat(run.with("suite", "colour")
                        .discover(selectClass(BenchmarksTest.class))
                        .getDiscoveryIssues())
                .extracting(DiscoveryIssue::severity)
                .containsOnly(Severity.ERROR);
    }

    @Test
    void nothingIsWrongWithAGoodRun() {
        assertThat(run.issues()).isEmpty();
    }

    @Test
    void anUnknownSuiteListsTheLegalOnes() {
        assertThat(run.with("suite", "colour").issues())
                .first()
                .asString()
                .startsWith("unknown suite 'colour'; did you mean 'colours'? legal: ")
                .contains("colours, shapes")
                .endsWith(", or all, which leaves out sanity");
    }

    @Test
    void anUnknownSubjectListsGroupsAndSubjects() {
        assertThat(run.with("suite", "colours/bleu").issues())
                .containsExactly("suite 'colours' has no subject or group 'bleu'; did you mean 'blue'? "
                        + "legal groups: warm, cold; subjects: red, orange, blue");
    }

    @Test
    void anUnknownItemTellsHowManyThereAre() {
        assertThat(run.with("suite", "colours/red#6").issues())
                .containsExactly("there is no item 'colours/red#6'; legal: 0 to 5");
        assertThat(run.with("suite", "colours/red#x").issues())
                .containsExactly(
                        "item 'colours/red#x' is not a number; items are counted from 0, such as " + "colours/red#12");
    }

    @Test
    void anUnknownPropertyListsTheLegalOnes() {
        assertThat(run.with("shot", "5").issues())
                .containsExactly("unknown property 'touchstone.shot'; did you mean 'shots'? " + ALL);
    }

    @Test
    void aPropertyThatIsNotSupportedYetIsNotIgnored() {
        assertThat(run.with("kernel", "flash").issues())
                .containsExactly("property 'touchstone.kernel' is not supported by this version; " + ALL);
    }

    @Test
    void aPrecisionThatTheModelDoesNotKnowListsTheLegalOnes() {
        assertThat(run.with("precision", "native,int3,low").issues())
                .containsExactly("precision 'int3' is unknown to fake models; legal: native, low, heavy");
    }

    @Test
    void precisionsAreNamedOnceEach() {
        assertThat(run.with("precision", "low,native,low").issues())
                .containsExactly(
                        "property 'precision' is 'low,native,low', which names one of them twice; name each once");
    }

    @Test
    void aMisspeltSystemPropertyIsNotIgnored() {
        System.setProperty("limt", "5");
        try {
            assertThat(run.issues()).containsExactly("unknown property 'limt'; did you mean 'limit'? " + ALL);
        } finally {
            System.clearProperty("limt");
        }
    }

    @Test
    void malformedValuesAreReportedTogether() {
        assertThat(run.with("limit", "many").with("threads", "0").issues())
                .containsExactly(
                        "property 'limit' is 'many'; legal: a number from 1 (such as -Dlimit=10)",
                        "property 'threads' is '0'; legal: a number from 1 (such as -Dthreads=2)");
    }

    @Test
    void moreShotsThanPublishedAreRefused() {
        assertThat(run.with("suite", "colours/red").with("shots", "3").issues())
                .containsExactly("property 'shots' is '3', but suite 'colours' publishes 2 shots for subject 'red'; "
                        + "pass that many or fewer");
    }

    @Test
    void aMissingModelTellsWhatToPass() {
        assertThat(run.without("model").issues())
                .containsExactly("no model to evaluate; pass -Dmodel=NAME, legal: fake:TEXT "
                        + "(such as -Dmodel=gguf:models/small.gguf)");
    }

    @Test
    void anUnknownKindOfModelListsTheLegalOnes() {
        assertThat(run.with("model", "magic:x").issues())
                .containsExactly("unknown kind of model 'magic:x'; legal: fake:TEXT");
    }

    @Test
    void aModelThatIsNotThereIsFoundBeforeAnythingRuns() {
        assertThat(run.with("model", "fake:absent").issues())
                .containsExactly("there is no model 'fake:absent'; pass another -Dmodel");
    }

    @Test
    void missingDataTellWhatToPass() {
        assertThat(run.without("data").issues())
                .first()
                .asString()
                .startsWith(
                        "no data to evaluate on; pass -Ddata=FOLDER with the published files of the suites, such as");
    }

    @Test
    void dataAutoIsMeantForTheBuiltInModel() {
        assertThat(run.with("data", "auto").issues())
                .first()
                .asString()
                .startsWith("no data to evaluate on; pass -Ddata=FOLDER");
    }

    @Test
    void withoutModelAndDataMiniItemsAreTaken() {
        assertThat(run.without("model").without("data").issues())
                .contains("suite 'colours' has no mini items; pass -Ddata=FOLDER with the published files");
    }

    @Test
    void aMissingDataSetNamesTheFile() throws IOException {
        Files.delete(ColourSuites.file(folder.resolve("data"), "colours", "blue"));
        assertThat(run.issues()).hasSize(1).first().asString().contains("blue_val.csv");
    }

    @Test
    void aBadRowNamesFileAndLine() throws IOException {
        Path file = ColourSuites.file(folder.resolve("data"), "colours", "blue");
        Files.writeString(file, "id,question,A,B,C,D,answer\n0,q?,1,2,3,4,E\n", StandardCharsets.UTF_8);
        assertThat(run.issues()).hasSize(1).first().asString().contains("blue_val.csv", "line 2", "'E'");
    }

    @Test
    void aFolderWithoutSuitesTellsWhatWasExpected() {
        assertThat(run.discover(selectDirectory(folder.resolve("output").toString()))
                        .getDiscoveryIssues())
                .first()
                .extracting(DiscoveryIssue::message)
                .asString()
                .contains("holds no suite's files; expected one of the folders ")
                .contains("colours, shapes");
    }

    @Test
    void aUniqueIdOfASuiteThatDoesNotExistIsAnError() {
        assertThat(run.discover(selectUniqueId("[engine:touchstone]/[suite:smells]"))
                        .getDiscoveryIssues())
                .filteredOn(issue -> issue.severity() == Severity.ERROR)
                .extracting(DiscoveryIssue::message)
                .anyMatch(message -> message.startsWith(
                        "the unique id names the suite 'smells', which does not exist; legal suites: "));
    }

    @Test
    void discoveryWritesNothing() {
        run.issues();
        assertThat(folder.resolve("output")).doesNotExist();
    }
}
