package dev.touchstone.suites.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.SubjectData.Problem;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tabs, lists of choices, files of several subjects, and running text. */
class OtherFormatsTest {

    @TempDir
    private Path root;

    @Test
    void quotesMeanNothingBetweenTabs() throws IOException {
        SubjectData data = load("glue", "sst2", "glue/SST-2/dev.tsv", "sentence\tlabel\nhe said \" no .\t0\nfine\t1\n");
        assertThat(data.problems()).isEmpty();
        assertThat(data.items())
                .extracting(item -> item.fields().get("sentence"))
                .containsExactly("he said \" no .", "fine");
        assertThat(data.items()).extracting(Item::gold).containsExactly(0, 1);
    }

    @Test
    void wrongColumnsAndHeadersBetweenTabsAreNamed() throws IOException {
        SubjectData data = load("glue", "sst2", "glue/SST-2/dev.tsv", "text\tlabel\nfine\t1\textra\nbad\t2\n");
        assertThat(data.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "glue/SST-2/dev.tsv line 1: the header is 'text,label', expected sentence,label with tabs between",
                        "glue/SST-2/dev.tsv line 2: 3 columns, expected 2 (sentence,label) with tabs between",
                        "glue/SST-2/dev.tsv line 3: gold is '2'; legal: 0, 1");
    }

    @Test
    void aRealValuedGoldIsTheNearestPointOfItsScale() throws IOException {
        String header = "index\tgenre\tfilename\tyear\told_index\tsource1\tsource2\tsentence1\tsentence2\tscore\n";
        SubjectData data = load(
                "glue",
                "stsb",
                "glue/STS-B/dev.tsv",
                header + "0\tg\tf\ty\t0\tn\tn\ta\tb\t3.600\n" + "1\tg\tf\ty\t0\tn\tn\ta\tb\thigh\n"
                        + "2\tg\tf\ty\t0\tn\tn\ta\tb\t5.001\n");
        assertThat(data.items().get(0).gold()).isEqualTo(4);
        assertThat(data.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "glue/STS-B/dev.tsv line 3: gold is 'high'; legal: a number from 0.0 to 5.0",
                        "glue/STS-B/dev.tsv line 4: gold is '5.001'; legal: a number from 0.0 to 5.0");
    }

    @Test
    void itemsMayHaveThreeOrFourChoices() throws IOException {
        SubjectData data = load(
                "crass",
                "crass",
                "crass/crass.jsonl",
                "{\"premise\":\"p\",\"question\":\"q\",\"choices\":[\"a\",\"b\",\"c\"],\"gold\":2}\n"
                        + "{\"premise\":\"p\",\"question\":\"q\",\"choices\":[\"a\",\"b\",\"c\",\"d\"],\"gold\":3}\n");
        assertThat(data.problems()).isEmpty();
        assertThat(data.items().get(0).fields()).containsEntry("choice2", "c").doesNotContainKey("choice3");
        assertThat(data.items().get(1).fields()).containsEntry("choice3", "d");
    }

    @Test
    void aFileOfSeveralSubjectsIsDividedByTheirTitles() throws IOException {
        String row = "{\"problem\":\"p\",\"level\":\"Level 1\",\"type\":\"%s\",\"solution\":\"s\"}\n";
        SubjectData data = load(
                "math", "number_theory", "math/test.jsonl", row.formatted("Algebra") + row.formatted("Number Theory"));
        assertThat(data.items()).hasSize(1);
        assertThat(data.items().get(0).line()).isEqualTo(2);
        assertThat(data.items().get(0).index()).isZero();
    }

    @Test
    void aPageBeginsWithAHeadingOfTheFirstLevel() throws IOException {
        String text = " \n = One = \n \n Text . \n = = Part = = \n more \n = Two = \n end \n";
        SubjectData data = load("wikitext", "wikitext", "wikitext2/wiki.test.raw", text);
        assertThat(data.items())
                .extracting(item -> item.fields().get("page"))
                .containsExactly(" \n = One = \n \n Text . \n = = Part = = \n more \n", " = Two = \n end \n");
    }

    private SubjectData load(String suiteId, String subject, String file, String content) throws IOException {
        Suite suite = SuiteCatalog.load().find(suiteId).orElseThrow();
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return new DataFolder(root).load(suite, suite.subject(subject).orElseThrow(), 0);
    }
}
