package dev.touchstone.suites.extract;

import dev.touchstone.suites.extract.math.Boxed;

/** The content of the last {@code \boxed}, as lm-eval reads gold answers; see {@link Boxed#last}. */
final class LastBoxed implements Extractor {

    @Override
    public Extraction extract(String text) {
        return Boxed.last(text)
                .map(box -> Extraction.of("last-boxed", text, box.contentFrom(), box.contentTo()))
                .orElse(Extraction.NO_ANSWER);
    }
}
