package dev.touchstone.reference.safetensors;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.MappedFile;
import dev.touchstone.reference.tensor.StoredType;
import dev.touchstone.reference.tensor.TensorExtent;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One tensor in a safetensors header: {@code {"dtype": ..., "shape": [...], "data_offsets": [begin, end]}}. */
final class SafetensorsEntry {

    private static final StoredType[] SUPPORTED = {StoredType.F32, StoredType.F16, StoredType.BF16};

    private final MappedFile file;
    private final String name;
    private final JsonNode entry;

    SafetensorsEntry(MappedFile file, String name, JsonNode entry) {
        this.file = file;
        this.name = name;
        this.entry = entry;
    }

    /**
     * The checked entry.
     *
     * @param dataStart first byte after the header; the entry's offsets count from there
     */
    TensorExtent extent(long dataStart) {
        StoredType type = type();
        JsonNode shape = integers("shape");
        if (shape.size() < 1 || shape.size() > 2) {
            throw damaged("has the shape " + shape + ", but a Llama has only vectors and matrices");
        }
        int rows = shape.size() == 1 ? 1 : dimension(shape, 0);
        int columns = dimension(shape, shape.size() - 1);
        String canonicalName = HuggingFaceNames.canonical(name);
        return new TensorExtent(
                canonicalName, name, type, rows, columns, offset(dataStart, shape, type, (long) rows * columns));
    }

    private StoredType type() {
        JsonNode dtype = entry.path("dtype");
        Optional<StoredType> type = StoredType.named(dtype.asString("")).filter(this::isSupported);
        return type.orElseThrow(() -> new ModelException(file.path() + ": tensor '" + name + "' has the type " + dtype
                + ", which can't be decoded; supported are: " + StoredType.names(SUPPORTED)
                + ". Download the model in one of these"));
    }

    private boolean isSupported(StoredType type) {
        // The quantized types are GGUF's own.
        return type.blockWeights() == 1;
    }

    private int dimension(JsonNode shape, int index) {
        long size = shape.get(index).longValue();
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw damaged("has the shape " + shape + ", but dimensions are 1 to " + Integer.MAX_VALUE);
        }
        return (int) size;
    }

    private long offset(long dataStart, JsonNode shape, StoredType type, long weights) {
        JsonNode range = integers("data_offsets");
        if (range.size() != 2) {
            throw damaged("has the data_offsets " + range + ", but a begin and an end are expected");
        }
        long begin = range.get(0).longValue();
        long end = range.get(1).longValue();
        if (begin < 0 || end < begin) {
            throw damaged(
                    "has the data_offsets " + range + ", but an end not before a begin of at least 0 is expected");
        }
        if (end > file.size() - dataStart) {
            throw new ModelException(file.path() + ": tensor '" + name + "' ends at byte " + end
                    + " of the data, but the file has only " + (file.size() - dataStart)
                    + " after its header: the download was cut off; download it again");
        }
        // weights has at most 62 bits; dividing the range keeps the product with the type's size out of it.
        if ((end - begin) % type.blockBytes() != 0 || (end - begin) / type.blockBytes() != weights) {
            throw damaged("has " + (end - begin) + " bytes of data, but the shape " + shape + " of " + type + " takes "
                    + weights + " x " + type.blockBytes());
        }
        return dataStart + begin;
    }

    private JsonNode integers(String key) {
        JsonNode values = entry.path(key);
        boolean allIntegers = values.isArray();
        for (JsonNode value : values) {
            allIntegers &= value.isIntegralNumber() && value.canConvertToLong();
        }
        if (!allIntegers) {
            throw damaged("has the " + key + " " + values + ", but a list of integers is expected");
        }
        return values;
    }

    private ModelException damaged(String problem) {
        return new ModelException(
                file.path() + ": tensor '" + name + "' " + problem + "; the file is damaged: download it again");
    }
}
