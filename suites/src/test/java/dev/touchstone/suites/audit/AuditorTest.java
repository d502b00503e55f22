package dev.touchstone.suites.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.audit.DataAudit.Kind;
import dev.touchstone.suites.audit.DataAudit.Part;
import dev.touchstone.suites.audit.DataAudit.Place;
import dev.touchstone.suites.audit.DataAudit.Warning;
import dev.touchstone.suites.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorTest {

    private static final String LAW = """
            id,question,A,B,C,D,answer
            0,Who makes laws?,Parliament,The sun,A cat,Nobody,A
            1,Who judges?,A court,A tree,A song,Rain,A
            2,Where is the seat of the court that decides about wars between states of the world?,The Hague,Rome,Oslo,Bern,A
            """;

    private static final String SHOTS = """
            id,question,A,B,C,D,answer,explanation
            0,Who pleads?,A lawyer,A stone,A lamp,A lake,A,
            """;

    @TempDir
    Path folder;

    @Test
    void aCleanFileHasSizesAndNoWarning() throws IOException {
        DataAudit audit = audit(LAW, SHOTS);
        assertThat(audit.warnings()).isEmpty();
        assertThat(audit.hasFaults()).isFalse();
        assertThat(audit.parts()).containsExactly(new Part("law", "val", 3, 1));
        assertThat(audit.positions())
                .containsExactly(
                        new Place("A", 3, 0.75),
                        new Place("B", 0, 0.75),
                        new Place("C", 0, 0.75),
                        new Place("D", 0, 0.75));
        assertThat(audit.longest().right())
                .as("a court of 7, the Hague of 9, Parliament")
                .isCloseTo(1, within(1e-15));
        assertThat(audit.lengths().percentiles()).containsExactly(38, 47, 47, 47, 108, 108, 108);
        assertThat(audit.lengths().histogram()).containsExactly(0, 0, 0, 0, 0, 2, 1);
    }

    @Test
    void theSameItemIsFoundWhateverItsCaseSpacesAndOrderOfOptions() throws IOException {
        Warning warning = only(audit(LAW + "3,who  JUDGES?,rain,A song,A tree,A court,D\n", SHOTS));
        assertThat(warning.kind()).isEqualTo(Kind.DUPLICATE);
        assertThat(warning.text())
                .isEqualTo(
                        "items that occur more than once: 2 (different ones: 1); each repetition counts again in every score");
        assertThat(warning.items()).containsExactly("ceval/law#1", "ceval/law#3");
    }

    @Test
    void theSameItemWithOtherGoldContradictsItself() throws IOException {
        Warning warning = only(audit(LAW + "3,Who judges?,A court,A tree,A song,Rain,D\n", SHOTS));
        assertThat(warning.kind()).isEqualTo(Kind.CONTRADICTION);
        assertThat(warning.text())
                .isEqualTo("items that occur more than once: 2 (different ones: 1); with different right answers");
        assertThat(warning.items()).containsExactly("ceval/law#1", "ceval/law#3");
    }

    @Test
    void aSolvedExampleThatIsAskedIsALeak() throws IOException {
        Warning warning = only(audit(LAW, SHOTS + "1,Who judges?,A court,A tree,A song,Rain,A,\n"));
        assertThat(warning.kind()).isEqualTo(Kind.LEAK);
        assertThat(warning.text()).isEqualTo("items that are also solved examples (item, then example): 1");
        assertThat(warning.items()).containsExactly("ceval/law#1", "ceval/law (shots)#1");
    }

    @Test
    void aSolvedExampleWithOneOtherWordIsNearlyOne() throws IOException {
        Warning warning = only(
                audit(
                        LAW,
                        SHOTS
                                + "1,Where is the seat of the court that decides about wars between states of the world?,The Hague,Rome,Oslo,Kiev,A,\n"));
        assertThat(warning.kind()).isEqualTo(Kind.NEAR_LEAK);
        assertThat(warning.items()).containsExactly("ceval/law#2", "ceval/law (shots)#1");
    }

    @Test
    void chineseTextsAreComparedByCharacters() throws IOException {
        String question = "根据宪法规定，全国人民代表大会每届任期是多少年";
        Warning warning =
                only(audit(LAW + "3," + question + "，选,一,二,四,五,D\n", SHOTS + "1," + question + ",一,二,四,五,D,\n"));
        assertThat(warning.kind()).isEqualTo(Kind.NEAR_LEAK);
    }

    @Test
    void aGoldThatIsNoChoiceIsAFaultWithItsLineAndItem() throws IOException {
        DataAudit audit = audit(LAW + "3,Who pays?,You,I,He,She,E\n", SHOTS);
        assertThat(audit.hasFaults()).isTrue();
        assertThat(audit.warnings()).extracting(Warning::kind).containsExactly(Kind.FILE, Kind.GOLD);
        assertThat(audit.warnings().get(0).text()).contains("law_val.csv line 5: gold is 'E'; legal: A, B, C, D");
        assertThat(audit.warnings().get(1).text()).isEqualTo("items whose right answer is none of their choices: 1");
        assertThat(audit.warnings().get(1).items()).containsExactly("ceval/law#3");
    }

    @Test
    void aMissingFileIsAFault() {
        DataAudit audit = Auditor.audit(ceval(), subjects(), new DataFolder(folder));
        assertThat(audit.hasFaults()).isTrue();
        assertThat(audit.parts()).containsExactly(new Part("law", "val", 0, 0));
    }

    @Test
    void damagedTextsAndEqualOptionsHaveTheirIds() throws IOException {
        DataAudit audit = audit(
                LAW
                        + "3,Is it \u00E2\u20AC\u0153so\u00E2\u20AC?,1,2,3,4,A\n"
                        + "4,Half\u00C2\u00BD &amp; half\uFFFD,1,2,3,4,A\n"
                        + "5,Bell\u0007,one, one ,3,4,A\n"
                        + "6,Na\u00EFve caf\u00E9 \u00A7 5 \u2013 \u201Cyes\u201D,1,2,3,4,A\n",
                SHOTS);
        assertThat(audit.warnings())
                .extracting(warning -> warning.text() + " " + warning.items())
                .containsExactly(
                        "items with the same option twice: 1 [ceval/law#5]",
                        "items with the replacement character, where something could not be decoded: 1 [ceval/law#4]",
                        "items with UTF-8 that was read as Latin-1 or Windows-1252: 2 [ceval/law#3, ceval/law#4]",
                        "items with control characters: 1 [ceval/law#5]",
                        "items with HTML entities: 1 [ceval/law#4]");
    }

    @Test
    void aPlaceThatIsRightTooOftenAndALongestOptionGiveAnswersAway() throws IOException {
        StringBuilder rows = new StringBuilder("id,question,A,B,C,D,answer\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i)
                    .append(",How much is ")
                    .append(i)
                    .append("?,just ")
                    .append(i)
                    .append(",1,2,3,A\n");
        }
        assertThat(audit(rows.toString(), SHOTS).warnings())
                .extracting(Warning::text)
                .containsExactly(
                        "the right answer is in place A in 40 of 40 items; chance has 10",
                        "the longest option is the right one in 100.0 % of the items, where chance has 25.0 %");
    }

    @Test
    void labelsThatAreFarMoreCommonMisleadTheAccuracy() throws IOException {
        Suite glue = SuiteCatalog.load().find("glue").orElseThrow();
        Path cola = Files.createDirectories(folder.resolve("glue/CoLA")).resolve("dev.tsv");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append("x\t")
                    .append(i % 10 == 0 ? 0 : 1)
                    .append("\t\tSentence ")
                    .append(i)
                    .append(".\n");
        }
        Files.writeString(cola, rows);
        DataAudit audit = Auditor.audit(glue, List.of(glue.subject("cola").orElseThrow()), new DataFolder(folder));
        assertThat(audit.labels().get(0).labels()).containsExactly(new Place("no", 3, 15), new Place("yes", 27, 15));
        assertThat(audit.positions()).isEmpty();
        assertThat(audit.longest()).isNull();
        assertThat(only(audit).text())
                .isEqualTo(
                        "cola: one label is right in 90.0 % of the items, another in 10.0 %, so the accuracy misleads; read F1 and MCC");
    }

    @Test
    void aVeryLongItemMayBeCut() throws IOException {
        Warning warning = only(audit(LAW + "3," + "word ".repeat(2000) + "?,1,2,3,4,A\n", SHOTS));
        assertThat(warning.kind()).isEqualTo(Kind.LENGTH);
        assertThat(warning.text())
                .isEqualTo("items of more than 8000 characters, which may be cut to fit a model's context: 1");
        assertThat(warning.items()).containsExactly("ceval/law#3");
    }

    private static Warning only(DataAudit audit) {
        assertThat(audit.warnings()).hasSize(1);
        return audit.warnings().get(0);
    }

    private DataAudit audit(String val, String dev) throws IOException {
        write("val", val);
        write("dev", dev);
        return Auditor.audit(ceval(), subjects(), new DataFolder(folder));
    }

    private void write(String split, String text) throws IOException {
        Path file = folder.resolve("ceval/" + split + "/law_" + split + ".csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Suite ceval() {
        return SuiteCatalog.load().find("ceval").orElseThrow();
    }

    private static List<Suite.Subject> subjects() {
        return List.of(ceval().subject("law").orElseThrow());
    }
}
