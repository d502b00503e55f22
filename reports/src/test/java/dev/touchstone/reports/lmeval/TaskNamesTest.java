package dev.touchstone.reports.lmeval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskNamesTest {

    /** As `task:` has them in the YAML files of lm-evaluation-harness 0.4.13's folders hendrycks_math, minerva_math, gsm8k, glue and ceval. */
    @ParameterizedTest
    @CsvSource({
        "math, algebra, hendrycks_math_algebra",
        "math, counting_and_probability, hendrycks_math_counting_and_prob",
        "math, number_theory, hendrycks_math_num_theory",
        "math, precalculus, hendrycks_math_precalc",
        "math500, math500, hendrycks_math500",
        "minerva_math, geometry, minerva_math_geometry",
        "minerva_math, counting_and_probability, minerva_math_counting_and_prob",
        "minerva_math, number_theory, minerva_math_num_theory",
        "minerva_math, precalculus, minerva_math_precalc",
        "minerva_math500, minerva_math500, minerva_math500",
        "gsm8k_cot, gsm8k_cot, gsm8k_cot",
        "glue, mnli_mm, mnli_mismatch",
        "ceval, law, ceval-valid_law",
    })
    void areThoseOfLmEvaluationHarness(String suite, String subject, String task) {
        assertThat(new TaskNames(suite, "folder", List.of(subject)).task(subject))
                .isEqualTo(task);
    }
}
