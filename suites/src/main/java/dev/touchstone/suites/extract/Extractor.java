package dev.touchstone.suites.extract;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads an answer from generated text. Implementations are pure functions, safe for any thread; {@link Extractors} has the known ones. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Extractor {

    /**
     * Reads the answer.
     *
     * @param text what the model wrote, without the prompt; may be empty
     * @return the answer with its span in the text, or {@link Extraction#NO_ANSWER}; never null
     * @throws ExtractionException when a rule had to be stopped: an error, which says nothing about the answer
     */
    Extraction extract(String text);
}
