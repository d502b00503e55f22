package dev.touchstone.builtin;

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

    /** Called by ServiceLoader. */
    public BuiltInModelProvider() {}

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
            throw new ModelException("the built-in model is called '" + NAME + "' alone, but '" + NAME + ":" + location
                    + "' was asked for; write -Dmodel=" + NAME + ", or gguf:FILE or hf:FOLDER for a model of your own");
        }
    }

    @Override
    public void checkPrecision(String precision) {
        new HuggingFaceModelProvider().checkPrecision(precision);
    }

    @Override
    public boolean needsCalibration(String precision) {
        return new HuggingFaceModelProvider().needsCalibration(precision);
    }

    @Override
    public LanguageModel open(String location, ModelOptions options) {
        check(location);
        try (ModelFolder folder = ModelFolder.unpack()) {
            return HuggingFaceModelProvider.open(NAME, folder.path(), options);
        }
    }
}
