package dev.touchstone.suites.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.SubjectData.Problem;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final String HEADER = "id,question,A,B,C,D,answer\n";
    private static final String DEV_HEADER = "id,question,A,B,C,D,answer,explanation\n";
    private static final String SHOTS =
            DEV_HEADER + "0,q,1,2,3,4,A,e\n1,q,1,2,3,4,B,e\n2,q,1,2,3,4,C,e\n3,q,1,2,3,4,D,\n4,q,1,2,3,4,A,e\n";

    @TempDir
    Path root;

    @Test
    void itemsKeepTheirTextLineAndGold() throws Exception {
        write("ceval/val/law_val.csv", "\uFEFF" + HEADER + "0,\"a\r\nb \"\"c\"\"\",1,2,3,4,C\n\n1,d,1,2,3,4,A\n");
        SubjectData data = ceval();
        assertThat(data.problems()).isEmpty();
        assertThat(data.items().get(0).fields())
                .containsEntry("question", "a\r\nb \"c\"")
                .containsEntry("answer", "C");
        assertThat(data.items()).extracting(item -> item.index()).containsExactly(0, 1);
        assertThat(data.items()).extracting(item -> item.line()).containsExactly(2, 5);
        assertThat(data.items()).extracting(item -> item.gold()).containsExactly(2, 0);
        assertThat(data.items()).extracting(item -> item.file()).containsOnly(root.resolve("ceval/val/law_val.csv"));
    }

    @Test
    void shotsMayHaveFurtherColumns() throws Exception {
        write("ceval/val/law_val.csv", HEADER + "0,d,1,2,3,4,A\n");
        assertThat(ceval().shots()).hasSize(5).allMatch(shot -> shot.fields().containsKey("explanation"));
    }

    @Test
    void theHashIsOverTheBytesOfBothFiles() throws Exception {
        String items = HEADER + "0,d,1,2,3,4,A\n";
        write("ceval/val/law_val.csv", items);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest((items + SHOTS).getBytes(StandardCharsets.UTF_8));
        assertThat(ceval().sha256()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(new DataFolder(root).kind()).isEqualTo("folder");
    }

    @Test
    void aMissingDataFolderSaysWhatItShouldBe() {
        Path missing = root.resolve("nowhere");
        assertThat(messages(load(missing, "sciq", "sciq")))
                .containsExactly(
                        "data folder " + missing
                                + " does not exist; -Ddata must name the folder that holds the published files, in a folder sciq");
    }

    @Test
    void aMissingSuiteFolderListsWhatIsThere() throws Exception {
        write("glue/x", "");
        write("mmlu/x", "");
        assertThat(messages(load(root, "sciq", "sciq")))
                .containsExactly("data folder " + root + " has no sciq; expected the folder sciq; it has: glue, mmlu");
    }

    @Test
    void aMissingFileListsWhatIsThere() throws Exception {
        for (int i = 10; i < 22; i++) {
            write("ceval/val/s" + i + "_val.csv", HEADER);
        }
        assertThat(messages(ceval()))
                .containsExactly(
                        "ceval/val has no law_val.csv; expected ceval/val/law_val.csv; it has: s10_val.csv, s11_val.csv, "
                                + "s12_val.csv, s13_val.csv, s14_val.csv, s15_val.csv, s16_val.csv, s17_val.csv, s18_val.csv, s19_val.csv "
                                + "and 2 more");
    }

    @Test
    void anEmptyFileIsAProblem() throws Exception {
        write("ceval/val/law_val.csv", "\n");
        assertThat(messages(ceval()))
                .containsExactly(
                        "ceval/val/law_val.csv: the file is empty; expected csv with id,question,A,B,C,D,answer");
    }

    @Test
    void aFileWithOnlyAHeaderIsAProblem() throws Exception {
        write("ceval/val/law_val.csv", HEADER);
        assertThat(messages(ceval())).containsExactly("ceval/val/law_val.csv: 0 items, expected at least 1");
    }

    @Test
    void invalidUtf8IsNamedWithLineAndByteOffset() throws Exception {
        write("ceval/val/law_val.csv", "");
        byte[] bytes = (HEADER + "0,\u00e9\u00ff,1,2,3,4,A\n").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(root.resolve("ceval/val/law_val.csv"), bytes);
        assertThat(messages(ceval()))
                .containsExactly(
                        "ceval/val/law_val.csv line 2: byte offset 29: 0xE9 is not valid UTF-8 there; convert the file to UTF-8");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws Exception {
        write(
                "ceval/val/law_val.csv",
                HEADER + "0,q,1,2,3,4,E\n1,q,1,2,3\n0,q,1,2,3,4,A\n3, ,1,2,3,4,A\n4,q,1,,3,4,a\n");
        List<Problem> problems = ceval().problems();
        assertThat(problems.stream().map(Problem::message).map(text -> text.replace("ceval/val/law_val.csv ", "")))
                .containsExactlyInAnyOrder(
                        "line 2: gold is 'E'; legal: A, B, C, D",
                        "line 3: 5 columns, expected 7 (id,question,A,B,C,D,answer); "
                                + "put a field that holds a comma or a line break in quotes",
                        "line 4: id '0' is also on line 2; an id must occur once",
                        "line 5: the question is empty",
                        "line 6: choice 'B' is empty",
                        "line 6: gold is 'a'; legal: A, B, C, D");
        assertThat(problems).extracting(Problem::line).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 6);
        assertThat(problems).extracting(Problem::file).containsOnly(root.resolve("ceval/val/law_val.csv"));
    }

    @Test
    void atMostTwentyProblemsOfAFileAreListed() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 33; i++) {
            text.append(i).append(",q,1,2,3,4,E\n");
        }
        write("ceval/val/law_val.csv", text.toString());
        assertThat(messages(ceval())).hasSize(21).last().isEqualTo("ceval/val/law_val.csv: and 13 more problems");
    }

    @Test
    void aWrongHeaderIsAProblem() throws Exception {
        write("ceval/val/law_val.csv", "id,question,A,B,C,D\n0,q,1,2,3,4\n");
        assertThat(messages(ceval()))
                .first()
                .isEqualTo(
                        "ceval/val/law_val.csv line 1: the header is 'id,question,A,B,C,D', expected id,question,A,B,C,D,answer");
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedWithItsLine() throws Exception {
        write("ceval/val/law_val.csv", HEADER + "0,q,1,2,3,4,A\n1,\"a \"\"b\"\" c\n,1,2,\n\n3,4,A\n");
        assertThat(messages(ceval()))
                .containsExactly(
                        "ceval/val/law_val.csv line 3: the quote that opens here is never closed; add the closing \"");
    }

    @Test
    void tooFewShotsAreAProblem() throws Exception {
        write("ceval/val/law_val.csv", HEADER + "0,d,1,2,3,4,A\n");
        write("ceval/dev/law_dev.csv", DEV_HEADER + "0,q,1,2,3,4,A,e\n");
        assertThat(messages(load(root, "ceval", "law")))
                .containsExactly("ceval/dev/law_dev.csv: 1 items, expected at least 5");
    }

    @Test
    void aMissingFileOfShotsIsNamedWhenThereAreToBeAny() throws IOException {
        write("gsm8k/test.jsonl", "{\"question\": \"q\", \"answer\": \"#### 1\"}\n");
        Suite gsm8k = SuiteCatalog.load().find("gsm8k").orElseThrow();
        DataFolder folder = new DataFolder(root);
        assertThat(folder.load(gsm8k, gsm8k.subjects().get(0), 0).problems()).isEmpty();
        assertThat(messages(folder.load(gsm8k, gsm8k.subjects().get(0), 5)))
                .containsExactly(
                        "gsm8k has no train.jsonl; expected gsm8k/train.jsonl; it has: test.jsonl; it holds the solved examples "
                                + "that stand before each question, which -Dshots=0 leaves out");
    }

    private SubjectData ceval() throws IOException {
        write("ceval/dev/law_dev.csv", SHOTS);
        return load(root, "ceval", "law");
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static SubjectData load(Path root, String suiteId, String subject) {
        Suite suite = SuiteCatalog.load().find(suiteId).orElseThrow();
        int shots = suiteId.equals("sciq") ? 0 : 5;
        return new DataFolder(root).load(suite, suite.subject(subject).orElseThrow(), shots);
    }

    static List<String> messages(SubjectData data) {
        return data.problems().stream().map(Problem::message).toList();
    }
}
