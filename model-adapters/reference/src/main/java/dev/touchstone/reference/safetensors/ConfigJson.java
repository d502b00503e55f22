package dev.touchstone.reference.safetensors;

import dev.touchstone.model.ModelException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Typed access to an object of {@code config.json}; a key that is absent and one that is null are the same, as in transformers. */
final class ConfigJson {

    private final Path file;
    private final JsonNode object;

    ConfigJson(Path file, JsonNode object) {
        this.file = file;
        this.object = object;
    }

    Path file() {
        return file;
    }

    boolean has(String key) {
        return object.hasNonNull(key);
    }

    /** The value as it is; a missing node if there is none. */
    JsonNode get(String key) {
        return object.path(key);
    }

    /** The object under {@code key}, empty if there is none. */
    ConfigJson object(String key) {
        if (has(key) && !object.get(key).isObject()) {
            throw wrong(key, "an object");
        }
        return new ConfigJson(file, object.path(key));
    }

    int positive(String key) {
        requirePresent(key);
        JsonNode value = object.get(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
            throw wrong(key, "an integer from 1 to " + Integer.MAX_VALUE);
        }
        return value.intValue();
    }

    int positive(String key, int ifMissing) {
        return has(key) ? positive(key) : ifMissing;
    }

    double real(String key) {
        requirePresent(key);
        if (!object.get(key).isNumber()) {
            throw wrong(key, "a number");
        }
        return object.get(key).doubleValue();
    }

    double real(String key, double ifMissing) {
        return has(key) ? real(key) : ifMissing;
    }

    boolean bool(String key, boolean ifMissing) {
        if (has(key) && !object.get(key).isBoolean()) {
            throw wrong(key, "true or false");
        }
        return has(key) ? object.get(key).booleanValue() : ifMissing;
    }

    String string(String key, String ifMissing) {
        if (has(key) && !object.get(key).isString()) {
            throw wrong(key, "a string");
        }
        return has(key) ? object.get(key).stringValue() : ifMissing;
    }

    /** The value under {@code key} is legal, but not computed here. */
    ModelException unsupported(String key, String supported) {
        return new ModelException(file + ": '" + key + "' is " + object.path(key)
                + ", which isn't supported; supported: " + supported + ". Use another model");
    }

    private void requirePresent(String key) {
        if (!has(key)) {
            throw new ModelException(
                    file + " has no '" + key + "', which is needed: download the original file of the model");
        }
    }

    private ModelException wrong(String key, String expected) {
        return new ModelException(file + ": '" + key + "' is " + object.path(key) + ", but " + expected
                + " is expected: download the original file of the model");
    }
}
