package dev.touchstone.reference.gguf;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.FileKind;
import dev.touchstone.reference.tensor.MappedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what comes before the weights: magic, version, metadata, tensor directory. */
final class GgufParser {

    /** A key is at least a length, a value at least a type and a byte. */
    private static final int LEAST_ENTRY_BYTES = 13;

    private static final int MAGIC_BYTES = 4;

    private final MappedFile mapped;
    private final GgufCursor cursor;

    private GgufParser(MappedFile mapped) {
        this.mapped = mapped;
        this.cursor = new GgufCursor(mapped);
    }

    /** Reads a file's metadata and directory, and checks that every tensor lies within the file. */
    static GgufFile parse(MappedFile mapped) {
        return new GgufParser(mapped).parse();
    }

    private GgufFile parse() {
        checkMagic();
        int version = version();
        int tensorCount = cursor.count("the number of tensors", GgufDirectory.LEAST_ENTRY_BYTES);
        Map<String, Object> metadata = metadata(cursor.count("the number of metadata entries", LEAST_ENTRY_BYTES));
        GgufDirectory directory = new GgufDirectory(mapped, cursor, metadata);
        return new GgufFile(mapped.path(), version, metadata, directory.read(tensorCount));
    }

    private void checkMagic() {
        byte[] head = new byte[(int) Math.min(mapped.size(), FileKind.HEAD_BYTES)];
        mapped.map(0, head.length).get(head);
        String magic = new String(head, 0, Math.min(head.length, MAGIC_BYTES), StandardCharsets.ISO_8859_1);
        if (magic.equals("FUGG")) {
            throw bigEndian(mapped.path());
        }
        if (!magic.equals("GGUF")) {
            throw new ModelException(mapped.path() + " is not a GGUF file; it " + FileKind.describe(head));
        }
        cursor.i32("the magic");
    }

    private int version() {
        int version = cursor.i32("the version");
        if (version != 0 && (version & 0xffff) == 0) {
            throw bigEndian(mapped.path());
        }
        if (version != 2 && version != 3) {
            throw new ModelException(mapped.path() + " is GGUF of version " + Integer.toUnsignedString(version)
                    + ", but only versions 2 and 3 are supported: convert the original model with a current llama.cpp");
        }
        return version;
    }

    private static ModelException bigEndian(Path file) {
        return new ModelException(file
                + " is a big-endian GGUF file, but only little-endian ones are supported: convert it with llama.cpp's"
                + " gguf_convert_endian.py");
    }

    private Map<String, Object> metadata(int count) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            long at = cursor.position();
            String key = cursor.string("the key of metadata entry " + i);
            @Nullable Object earlier = metadata.put(key, new GgufValues(cursor).read("metadata '" + key + "'"));
            if (earlier != null) {
                throw cursor.damaged("metadata '" + key + "' occurs twice", at);
            }
        }
        return metadata;
    }
}
