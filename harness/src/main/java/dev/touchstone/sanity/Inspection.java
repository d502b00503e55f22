package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.LanguageModel;

/** A check that looks into the model. Of a model that only answers requests nothing can be said, and it is skipped. */
interface Inspection extends Check {

    /** Tries it on a model that can be looked into. */
    Finding inspect(InspectableModel model);

    @Override
    default Finding examine(LanguageModel model) {
        return model instanceof InspectableModel open
                ? inspect(open)
                : Finding.skipped("the model " + model.description().name()
                        + " only answers requests and can't be looked into; this check needs one that runs in this"
                        + " process, such as gguf:FILE or hf:FOLDER");
    }
}
