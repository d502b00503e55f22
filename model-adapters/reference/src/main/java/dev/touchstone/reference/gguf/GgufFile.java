package dev.touchstone.reference.gguf;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.MappedFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a GGUF file says before its weights: metadata and tensor directory. Immutable but for the arrays among the values, which nobody may
 * change; holds no resource.
 *
 * <p>Each accessor has two forms: {@code string(key)} throws a {@link ModelException} that names file and key when the key is missing, {@code
 * findString(key)} doesn't. Both throw it when the value has another type.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class GgufFile {

    private final Path path;
    private final int version;
    private final Map<String, Object> metadata;
    private final Map<String, GgufTensor> tensors;

    GgufFile(Path path, int version, Map<String, Object> metadata, Map<String, GgufTensor> tensors) {
        this.path = path;
        this.version = version;
        this.metadata = Collections.unmodifiableMap(metadata);
        this.tensors = Collections.unmodifiableMap(tensors);
    }

    /**
     * Reads metadata and directory and checks that all tensors lie within the file.
     *
     * @throws ModelException if the file isn't there, isn't GGUF of version 2 or 3, or is damaged
     */
    public static GgufFile open(Path file) {
        try (MappedFile mapped = MappedFile.open(file)) {
            return GgufParser.parse(mapped);
        }
    }

    /** The absolute path. */
    public Path path() {
        return path;
    }

    /** The format's version: 2 or 3. */
    public int version() {
        return version;
    }

    /**
     * All metadata in the file's order. Values are Long (all integers), Double (all reals), Boolean, String; {@code String[]}, {@code float[]},
     * {@code int[]} for arrays of strings, fp32 and integers that fit into 32 bits; a List of the scalars (or of arrays) for any other array.
     */
    public Map<String, Object> metadata() {
        return metadata;
    }

    /** The tensor directory by name, in the file's order. */
    public Map<String, GgufTensor> tensors() {
        return tensors;
    }

    public String string(String key) {
        return required(key, findString(key));
    }

    public Optional<String> findString(String key) {
        return find(key, String.class, "a string");
    }

    public long integer(String key) {
        return required(key, findInteger(key));
    }

    public Optional<Long> findInteger(String key) {
        return find(key, Long.class, "an integer");
    }

    public double real(String key) {
        return required(key, findReal(key));
    }

    public Optional<Double> findReal(String key) {
        return find(key, Double.class, "a real number");
    }

    public boolean bool(String key) {
        return required(key, findBool(key));
    }

    public Optional<Boolean> findBool(String key) {
        return find(key, Boolean.class, "a boolean");
    }

    public String[] strings(String key) {
        return required(key, findStrings(key));
    }

    public Optional<String[]> findStrings(String key) {
        return find(key, String[].class, "an array of strings");
    }

    public float[] floats(String key) {
        return required(key, findFloats(key));
    }

    public Optional<float[]> findFloats(String key) {
        return find(key, float[].class, "an array of fp32 numbers");
    }

    public int[] integers(String key) {
        return required(key, findIntegers(key));
    }

    public Optional<int[]> findIntegers(String key) {
        return find(key, int[].class, "an array of 32-bit integers");
    }

    private <T> Optional<T> find(String key, Class<T> type, String expected) {
        @Nullable Object value = metadata.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new ModelException(path + ": metadata '" + key + "' is " + described(value) + ", but " + expected
                    + " is expected: convert the original model with a current llama.cpp");
        }
        return Optional.of(type.cast(value));
    }

    private <T> T required(String key, Optional<T> value) {
        return value.orElseThrow(() -> new ModelException(path + " has no metadata '" + key
                + "', which is needed: convert the original model with a current llama.cpp"));
    }

    private static String described(Object value) {
        if (value instanceof String) {
            return "the string '" + value + "'";
        }
        boolean isScalar = value instanceof Number || value instanceof Boolean;
        return isScalar ? value.toString() : "an array";
    }
}
