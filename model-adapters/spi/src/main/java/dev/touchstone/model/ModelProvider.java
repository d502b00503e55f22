package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Opens models of one kind. Implement this and name the class in {@code META-INF/services/dev.touchstone.model.ModelProvider}.
 *
 * <p>A model is named {@code SCHEME:LOCATION}, such as {@code gguf:models/small.gguf}. Implementations have no state.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface ModelProvider {

    /** The part before the colon, such as {@code gguf}; lower case, unique among the providers on the class path. */
    String scheme();

    /** How the model is written on the command line, for messages that list the choices, such as {@code gguf:FILE}. */
    String usage();

    /**
     * Looks, without loading anything, whether {@code location} can be a model. Called during discovery; cheap and without side effects.
     *
     * @param location the part after the colon, never null, possibly empty
     * @throws ModelException if it can't be; the message says what is there, what is expected, and what to do
     */
    void check(String location);

    /**
     * Looks whether models of this kind can be computed with in a precision, such as {@code int4}. Called during discovery; cheap and without
     * side effects. Only {@code native} unless overridden.
     *
     * @throws ModelException if they can't; the message names the precision and the legal ones
     */
    default void checkPrecision(String precision) {
        if (!precision.equals(ModelOptions.NATIVE)) {
            throw new ModelException("precision '" + precision + "' is not supported for models named " + usage()
                    + "; legal: " + ModelOptions.NATIVE);
        }
    }

    /**
     * Whether a precision, accepted by {@link #checkPrecision}, looks at {@link ModelOptions#calibration} before the model can answer. No unless
     * overridden.
     */
    default boolean needsCalibration(String precision) {
        return false;
    }

    /**
     * Loads the model.
     *
     * @param location the part after the colon, accepted by {@link #check}
     * @param options how to compute
     * @throws ModelException if the model is broken or not supported; the message names the file, where in it, and the remedy
     */
    LanguageModel open(String location, ModelOptions options);
}
