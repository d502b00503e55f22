package dev.touchstone.suites;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WikitextDetokenizerTest {

    /** Golden value of lm-evaluation-harness 0.4.13: {@code wikitext_detokenizer({"page": ...})}. */
    @Test
    void undoesTheTokenizationAsLmEvaluationHarnessDoes() {
        String page =
                " \n = Title = \n \n = = Sec = = \n In 2 @,@ 000 well @-@ known 3 @.@ 5 ; it ' s ( foo ) [ bar ] { baz } "
                        + "\" q \" ' z ' N 30 \u00b0 C , end . \n";
        assertThat(WikitextDetokenizer.detokenize(page))
                .isEqualTo(
                        "\n= Title =\n\n== Sec ==\nIn 2,000 well-known 3.5; it's (foo) [bar] {baz} \"q\"' z ' 1 30\u00b0C, end.\n");
    }
}
