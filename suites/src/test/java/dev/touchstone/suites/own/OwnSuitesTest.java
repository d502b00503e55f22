package dev.touchstone.suites.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.OwnSuite;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.Form;
import dev.touchstone.suites.Task.OutputType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSuitesTest {

    private static final String CHOICES = """
            id: capitals
            task:
              forms:
                cloze: {question: "Question: {{ question }}\\nAnswer:", choices: ["{{ A }}", "{{ B }}"]}
              data: {evaluation: items.csv, gold: answer}
            """;

    private static final String TASK = """
            task: facts
            dataset_path: json
            dataset_kwargs: {data_files: {test: rows.jsonl}}
            test_split: test
            doc_to_text: q
            doc_to_target: a
            """;

    @TempDir
    Path folder;

    @Test
    void aShortDescriptionMeansWhatIsUsual() throws IOException {
        write("capitals/suite.yaml", CHOICES);
        write("capitals/items.csv", "question,A,B,answer\nPeru?,Lima,Quito,A\n");
        OwnSuite own = only(folder.resolve("capitals"));
        Suite suite = own.suite();
        assertThat(suite.title()).isEqualTo("capitals");
        assertThat(suite.subjects()).containsExactly(new Subject("capitals", "capitals", "capitals", ""));
        Task task = suite.task(suite.subjects().get(0));
        assertThat(task.outputType()).isEqualTo(OutputType.MULTIPLE_CHOICE);
        assertThat(task.metrics()).containsExactly("acc", "acc_norm");
        assertThat(Objects.requireNonNull(task.forms().get(Form.CLOZE)).answerDelimiter())
                .isEqualTo(" ");
        assertThat(load(own, 0).items())
                .extracting(Item::gold, item -> item.fields().get("question"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, "Peru?"));
    }

    @Test
    void textIsGeneratedWhereADescriptionSaysHow() throws IOException {
        write("sums/suite.yaml", """
                id: sums
                defaultShots: 1
                task:
                  forms: {open: {question: "{{ q }} =", answer: "{{ a }}"}}
                  generation: {gold: "{{ a }}"}
                  data: {evaluation: items.jsonl, shots: shots.tsv}
                """);
        write("sums/items.jsonl", "{\"q\": \"1 + 1\", \"a\": 2}\n");
        OwnSuite own = only(folder);
        Task task = own.suite().task(own.suite().subjects().get(0));
        assertThat(task.metrics()).containsExactly("exact_match");
        assertThat(Objects.requireNonNull(task.generation()).until()).containsExactly("\n\n");
        assertThat(load(own, 1).problems().get(0).message())
                .startsWith("data folder " + folder.resolve("sums").toAbsolutePath() + " has no shots.tsv");
    }

    @Test
    void allBelowAFolderIsFound() throws IOException {
        write("a/suite.yaml", CHOICES);
        write("b/facts.yaml", TASK);
        write("b/common.yml", "dataset_path: json\n");
        write("b/text.yaml", TASK.replace("facts", "other") + "repeats: 2\n");
        OwnSuites found = OwnSuites.in(folder);
        assertThat(found.suites()).extracting(own -> own.suite().id()).containsExactly("capitals", "facts");
        assertThat(found.refused())
                .containsOnlyKeys("other")
                .containsEntry(
                        "other", folder + "/b/text.yaml line 7: key 'repeats' is 2; each row is asked once here");
    }

    @Test
    void whatIsWrongInADescriptionIsNamed() throws IOException {
        write("suite.yaml", CHOICES.replace("gold:", "golt:"));
        assertThat(OwnSuites.in(folder).refused().values())
                .singleElement()
                .asString()
                .startsWith(folder + "/suite.yaml: unknown key 'task.data.golt'; legal: evaluation, shots, format");
        assertThat(OwnSuites.in(folder.resolve("suite.yaml")).refused()).hasSize(1);
    }

    @Test
    void aFolderWithoutASuiteSaysWhatItShouldHold() {
        assertThat(OwnSuites.in(folder).refused().values())
                .containsExactly(folder + " holds no suite; expected a folder with suite.yaml, or a task file of "
                        + "lm-evaluation-harness, which has a key 'task'");
    }

    private static OwnSuite only(Path path) {
        OwnSuites found = OwnSuites.in(path);
        assertThat(found.refused()).isEmpty();
        assertThat(found.suites()).hasSize(1);
        return found.suites().get(0);
    }

    private static SubjectData load(OwnSuite own, int shots) {
        return own.data()
                .apply(Optional.empty())
                .load(own.suite(), own.suite().subjects().get(0), shots);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
