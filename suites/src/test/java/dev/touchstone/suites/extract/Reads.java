package dev.touchstone.suites.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.extract.Extraction.Answer;

/** Says what an extractor reads, and checks that its span is in the text. */
final class Reads {

    static final String NOTHING = "no answer";

    private Reads() {}

    static String value(String extractor, String text) {
        if (Extractors.byName(extractor).extract(text) instanceof Answer answer) {
            assertThat(answer.to()).isLessThanOrEqualTo(text.length());
            assertThat(text.substring(answer.from(), answer.to())).isNotEmpty();
            return answer.value();
        }
        return NOTHING;
    }

    static String rule(String extractor, String text) {
        return Extractors.byName(extractor).extract(text) instanceof Answer answer ? answer.rule() : NOTHING;
    }
}
