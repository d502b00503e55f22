package dev.touchstone.reference.builtin;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelProvider;
import dev.touchstone.reference.HuggingFaceModelProvider;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** {@code reference}: the model that comes with the harness. */
@API(status = Status.INTERNAL, since = "0.1")
public final class BuiltInModelProvider implements ModelProvider {

    private static final String NAME = "reference";

    @Override
    public String scheme() {
        return NAME;
    }

    @Override
    public String usage() {
        return NAME;
    }

    @Override
    public void check(String location) {
        if (!location.isEmpty()) {
            throw new ModelException("there is one built-in model only; write " + NAME + " instead of " + NAME + ":"
                    + location);
        }
    }

    /** The files are needed while the model is opened only: what is mapped stays readable. */
    @Override
    public LanguageModel open(String location, ModelOptions options) {
        check(location);
        UnpackedModel unpacked = UnpackedModel.unpack();
        try {
            return HuggingFaceModelProvider.open(NAME, unpacked.folder(), options);
        } finally {
            unpacked.delete();
        }
    }
}
