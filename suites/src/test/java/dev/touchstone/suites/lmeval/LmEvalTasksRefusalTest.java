package dev.touchstone.suites.lmeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.OwnSuite;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a task file asks and this project does not do is refused by name, with file and line. */
class LmEvalTasksRefusalTest {

    private static final String CHOICES = """
            task: t
            dataset_path: json
            dataset_kwargs: {data_files: {test: rows.jsonl}}
            output_type: multiple_choice
            test_split: test
            doc_to_text: "{{q}}"
            doc_to_target: gold
            doc_to_choice: ["no", "yes"]
            """;

    private static final String TEXTS = """
            task: t
            dataset_path: json
            dataset_kwargs: {data_files: {test: rows.jsonl}}
            test_split: test
            doc_to_text: q
            doc_to_target: gold
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            process_docs: !function utils.f | the Python function utils.f is not supported; known are those of lm-evaluation-harness 0.4.13's hellaswag, race and winogrande, in unchanged files
            process_results: !function utils.f | key 'process_results': results that a Python function makes are not supported
            doc_to_image: image | key 'doc_to_image': images are not supported
            group: g | key 'group': a group is not supported; name its tasks instead
            colour: red | unknown key 'colour'
            repeats: 4 | key 'repeats' is 4; each row is asked once here
            num_fewshot: many | key 'num_fewshot' must hold a number from 0
            fewshot_config: {sampler: balanced} | key 'fewshot_config.sampler' is 'balanced'; legal: default, first_n
            fewshot_config: {samples: !function utils.f} | key 'fewshot_config.samples' must hold a list of examples; examples that a Python function makes are not supported
            fewshot_config: {fewshot_delimiter: x} | key 'fewshot_config.fewshot_delimiter' is not supported; supported: doc_to_choice, doc_to_target, doc_to_text, fewshot_indices, sampler, samples, split
            metric_list: [{metric: bleu}] | the metric 'bleu' is not supported for output type multiple_choice; supported: acc, acc_bytes, acc_mutual_info, acc_norm, f1, mcc
            metric_list: [{metric: f1, aggregation: mean}] | the metric 'f1' with aggregation 'mean' is not supported; supported: f1
            metric_list: [{metric: acc, aggregation: !function utils.f}] | the metric 'acc' with aggregation the function utils.f is not supported; supported: mean
            output_type: essay | key 'output_type' is 'essay'; legal: multiple_choice, loglikelihood, loglikelihood_rolling, generate_until
            dataset_path: arrow | key 'dataset_path' is 'arrow'; supported are json, csv and parquet files
            dataset_kwargs: {name: x} | key 'dataset_kwargs.name' is not supported; supported: data_files
            dataset_kwargs: {data_files: "https://x/y.json"} | key 'dataset_kwargs.data_files' must name local files, without patterns
            include: nowhere.yaml | the included file FOLDER/nowhere.yaml does not exist
            include: t.yaml | the file includes itself
            task: "a/b" | the task's name is 'a/b'; legal: letters, digits, _ . + - and parentheses
            """)
    void whatAMultipleChoiceTaskMayNotSay(String line, String message) throws IOException {
        assertRefused(CHOICES, line, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            generation_kwargs: {do_sample: true, temperature: 0.7} | key 'generation_kwargs.do_sample: true' is not supported; texts are generated greedily, with until and max_gen_toks
            generation_kwargs: {max_gen_toks: 0} | key 'generation_kwargs.max_gen_toks' must hold a number from 1
            filter_list: [{name: x, filter: [{function: majority_vote}]}] | the filter function 'majority_vote' is not supported; supported: regex, remove_whitespace, lowercase, uppercase, take_first
            filter_list: [{name: x, filter: [{function: !function utils.F}]}] | a filter that a Python function makes is not supported; supported: regex, remove_whitespace, lowercase, uppercase, take_first
            filter_list: [{name: x, filter: [{function: regex, regex_pattern: "(a"}]}] | pattern '(a', offset 2: Unclosed group; legal is what both Python's re and Java's regex read
            metric_list: [{metric: exact_match, ignore_spaces: true}] | key 'ignore_spaces' of the metric exact_match is not supported
            """)
    void whatAGeneratingTaskMayNotSay(String line, String message) throws IOException {
        assertRefused(TEXTS, line, message);
    }

    private void assertRefused(String task, String line, String message) throws IOException {
        String key = line.substring(0, line.indexOf(':') + 1);
        String own = task.lines().filter(l -> !l.startsWith(key)).reduce("", (a, b) -> a + b + "\n");
        Path file = write("t.yaml", own + line + "\n");
        int number = line.startsWith("include: t") ? 1 : (int) own.lines().count() + 1;
        assertThatThrownBy(() -> LmEvalTasks.read(file))
                .isInstanceOf(SuiteException.class)
                .hasMessage(file + " line " + number + ": " + message.replace("FOLDER", folder.toString()));
    }

    @Test
    void aTemplateThatCantBeReadIsNamed() throws IOException {
        assertRefused(
                CHOICES,
                "doc_to_text: \"{{ q | shuffle }}\"",
                "key 'doc_to_text': template line 1: there is no filter 'shuffle'; filters: abs, capitalize, count, d, default, first, "
                        + "int, join, last, last_boxed, length, list, lower, lstrip, map, max, min, replace, reverse, rstrip, string, strip, "
                        + "sum, title, trim, upper, wikitext_detokenize, with_period");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertMissing("task", "key 'task' is missing; it names the task");
        assertMissing("dataset_path", "key 'dataset_path' is missing");
        assertMissing("doc_to_text", "key 'doc_to_text' is missing");
        assertMissing(
                "test_split", "keys 'test_split' and 'validation_split' are missing; one names the rows to evaluate");
    }

    private void assertMissing(String key, String message) throws IOException {
        String task = CHOICES.lines().filter(l -> !l.startsWith(key + ":")).reduce("", (a, b) -> a + b + "\n");
        Path file = write("t.yaml", task);
        assertThatThrownBy(() -> LmEvalTasks.read(file)).hasMessage(file + " line 1: " + message);
    }

    @Test
    void whatIsNoYamlIsNamedWithItsLine() throws IOException {
        Path file = write("t.yaml", "task: t\nmetric_list: [a\n");
        assertThatThrownBy(() -> LmEvalTasks.read(file)).hasMessageStartingWith(file + " line 3: no YAML: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"q": "a", "gold": 2} | key 'doc_to_target' gives the choice 2; legal: 0 to 1
            {"q": "a", "gold": -1} | key 'doc_to_target' gives the choice -1; legal: 0 to 1
            {"q": "a", "gold": "maybe"} | key 'doc_to_target' gives 'maybe', which is none of the choices ['no', 'yes']
            {"q": "a", "gold": [0, 1]} | key 'doc_to_target' of FILE line 7 gives a value of type list; expected one right choice, not several
            {"gold": 1} | key 'doc_to_text' of FILE line 6: template line 1: 'q' does not exist; variables: gold
            {"q": 1, "gold": 1 | malformed JSON: Unexpected end-of-input: expected close marker for Object
            [] | there are no rows
            """)
    void whatARowMayNotHold(String row, String message) throws IOException {
        Path file = write("t.yaml", CHOICES);
        Path rows = write("rows.jsonl", row + "\n");
        SubjectData data = load(file);
        assertThat(data.problems()).hasSize(1);
        assertThat(data.problems().get(0).message())
                .startsWith(rows + " line ")
                .endsWith(": " + message.replace("FILE", file.toString()));
    }

    @Test
    void aMissingFileIsNamedWithThePlacesThatItWasLookedForIn() throws IOException {
        Path file = write("t.yaml", CHOICES);
        assertThat(load(file).problems().get(0).message())
                .isEqualTo(file + " line 2: the file rows.jsonl of split 'test' does not exist; looked for " + folder
                        + "/rows.jsonl");
        Path hub = write(
                "h.yaml",
                CHOICES.replace("dataset_path: json", "dataset_path: a/b")
                        .replaceAll("dataset_kwargs.*\n", "dataset_name: c\n"));
        assertThat(load(hub).problems().get(0).message())
                .isEqualTo(
                        hub + " line 2: the data set 'a/b' is not read from a hub; pass -Ddata=FOLDER with its rows in "
                                + "FOLDER/a/b/c/test.jsonl (or .json, .csv, .parquet)");
    }

    private static SubjectData load(Path file) {
        OwnSuite own = LmEvalTasks.read(file);
        return own.data()
                .apply(Optional.empty())
                .load(own.suite(), own.suite().subjects().get(0), 0);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
