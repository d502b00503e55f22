package dev.touchstone.reports.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.FormRuns;
import dev.touchstone.result.FormComparison;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTextTest {

    @Test
    void theBetterFormIsNamedWithBothScores() {
        assertThat(lines(3, 5))
                .containsExactly(
                        "",
                        "C-Eval (mini)  native · better in the form cloze · letters acc 30.0 % · cloze acc_norm 50.0 %");
        assertThat(lines(5, 5).get(1)).contains("better in the form letters");
    }

    @Test
    void aFormWithoutAValueIsNotWorse() {
        assertThat(lines(3, -1).get(1))
                .isEqualTo(
                        "C-Eval (mini)  native · no form is better, as one has no value · letters acc 30.0 % · cloze "
                                + "acc_norm undefined");
    }

    private static List<String> lines(int letters, int cloze) {
        List<FormComparison> comparisons =
                FormComparison.of(FormRuns.both(Path.of("x"), letters, cloze).suites());
        return new FormText(comparisons, new Style(false, StandardCharsets.UTF_8)).lines();
    }
}
