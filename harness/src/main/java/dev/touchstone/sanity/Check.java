package dev.touchstone.sanity;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.suites.Suite.Subject;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A statement about a model, and how it is tried. Implementations have no state. */
@API(status = Status.INTERNAL, since = "0.1")
public interface Check {

    /** What it is about; checks of one subject are its items. */
    Subject subject();

    /** What holds of a sound model, in a sentence. */
    String statement();

    /**
     * Tries it.
     *
     * @throws RuntimeException if the model fails at it
     */
    Finding examine(LanguageModel model);
}
