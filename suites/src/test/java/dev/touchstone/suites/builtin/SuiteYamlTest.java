package dev.touchstone.suites.builtin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.SuiteException;
import org.junit.jupiter.api.Test;

class SuiteYamlTest {

    private final SuiteFiles files = new SuiteFiles(SuiteYamlTest.class);

    @Test
    void unknownAndMissingKeysAreNamedTogether() {
        assertThatThrownBy(() -> new SuiteYaml(files, "wrong-keys").read())
                .isInstanceOf(SuiteException.class)
                .hasMessage(
                        "wrong-keys/suite.yaml: unknown key 'slit'; legal: id, title, version, language, capability, split, defaultShots, "
                                + "maximumShots, groups, subjects, mini, task, tasks, otherSplits; key 'language' has no value; key 'split' is missing; "
                                + "unknown key 'groups[0].colour'; legal: id, title, subjects; unknown key 'task.forms.letters.answr'; legal: "
                                + "description, question, answer, choices, answerDelimiter, shotDelimiter, shot, continuation");
    }

    @Test
    void valuesThatDoNotFitTogetherAreNamed() {
        assertThatThrownBy(() -> new SuiteYaml(files, "wrong-values").read())
                .isInstanceOf(SuiteException.class)
                .hasMessage("wrong-values/suite.yaml: key 'defaultShots' is 6; legal: 0 to maximumShots, which is 5; "
                        + "key 'subjects' has 'law' twice; key 'subjects' has 'law' in group 'humanity'; legal: stem, social_science, "
                        + "humanities, other; key 'data.format' is 'xls'; legal: csv, tsv, json, parquet, text, whole; key 'data.gold' must name a column, with one "
                        + "of 'data.goldValues' for each of the 4 choices and 'data.goldIndex' -1; or be empty, with 'data.goldIndex' "
                        + "from 0 to 3");
    }

    @Test
    void whatIsMeasuredHasMetricsAndFieldsOfItsOwn() {
        assertThatThrownBy(() -> new SuiteYaml(files, "wrong-measures").read())
                .isInstanceOf(SuiteException.class)
                .hasMessage("wrong-measures/suite.yaml: "
                        + "key 'metrics' has 'acc'; legal for a task with key 'scale': pearson, spearman, kendall, r2, mae, mse, rmse; "
                        + "key 'scale' is 'score' and 'data.gold' is 'text'; both must name the same column of text, score; "
                        + "key 'choices': the points of a scale are [low, high]; legal: at least two finite numbers in "
                        + "ascending order; "
                        + "key 'metrics' has 'acc'; legal for output type loglikelihood_rolling: word_perplexity, "
                        + "byte_perplexity, bits_per_byte; key 'original' is 'page'; legal: text, score; "
                        + "key 'metrics' has 'word_perplexity'; legal for output type loglikelihood_rolling, and only there: "
                        + "word_perplexity, byte_perplexity, bits_per_byte; "
                        + "key 'metrics' has 'spearman'; legal for a task with key 'scale', and only there: pearson, spearman, kendall, r2, mae, mse, rmse; "
                        + "key 'original' belongs to output type loglikelihood_rolling, and only there");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new SuiteYaml(files, "nowhere").read())
                .hasMessage("nowhere/suite.yaml does not exist beside dev.touchstone.suites.builtin.SuiteYamlTest");
    }

    @Test
    void aSubjectTableWithAWrongHeaderOrRowIsNamed() {
        assertThatThrownBy(() -> SubjectTable.read("x/subjects.csv", "id,title\n"))
                .hasMessage("x/subjects.csv line 1: the header must be id,title,localTitle,group");
        assertThatThrownBy(() -> SubjectTable.read("x/subjects.csv", "id,title,localTitle,group\nlaw,Law\n"))
                .hasMessage("x/subjects.csv line 2: 2 columns, expected 4 (id,title,localTitle,group)");
    }
}
