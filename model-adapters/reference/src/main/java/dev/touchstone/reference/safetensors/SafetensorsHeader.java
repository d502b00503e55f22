package dev.touchstone.reference.safetensors;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.FileKind;
import dev.touchstone.reference.tensor.MappedFile;
import dev.touchstone.reference.tensor.TensorExtent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads the header of a safetensors file: its length as 8 bytes, least first, then JSON that gives each tensor's type, shape and bytes. After
 * the format description at github.com/huggingface/safetensors.
 */
final class SafetensorsHeader {

    private static final int LENGTH_BYTES = 8;

    /** The limit of the format's reference implementation, in bytes. */
    private static final long MOST_BYTES = 100_000_000;

    private final MappedFile file;

    private SafetensorsHeader(MappedFile file) {
        this.file = file;
    }

    /** Where the file's tensors lie; all within the file, none overlapping another. */
    static List<TensorExtent> read(MappedFile file) {
        List<TensorExtent> extents = new SafetensorsHeader(file).read();
        TensorExtent.requireDisjoint(file.path(), extents);
        return extents;
    }

    private List<TensorExtent> read() {
        int length = length();
        byte[] text = new byte[length];
        file.map(LENGTH_BYTES, length).get(text);
        JsonNode header = JsonFile.parse(file.path() + ": the header", text);
        List<TensorExtent> extents = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                extents.add(new SafetensorsEntry(file, entry.getKey(), entry.getValue()).extent(LENGTH_BYTES + length));
            }
        }
        return extents;
    }

    private int length() {
        refuseOtherFormats();
        long length = file.map(0, LENGTH_BYTES).getLong();
        long most = Math.min(MOST_BYTES, file.size() - LENGTH_BYTES);
        if (length < 2 || length > most) {
            throw new ModelException(file.path() + ", byte 0: the header claims " + Long.toUnsignedString(length)
                    + " bytes, but 2 to " + most + " are possible; the file is damaged or cut off: download it again");
        }
        return (int) length;
    }

    private void refuseOtherFormats() {
        byte[] head = new byte[(int) Math.min(file.size(), FileKind.HEAD_BYTES)];
        file.map(0, head.length).get(head);
        if (head.length < LENGTH_BYTES) {
            throw new ModelException(file.path() + " has " + head.length
                    + " bytes, too few for a safetensors file: the download was cut off; download it again");
        }
        boolean isHeader = head.length > LENGTH_BYTES && head[LENGTH_BYTES] == '{';
        if (!isHeader) {
            throw new ModelException(file.path() + " is not a safetensors file; it " + FileKind.describe(head));
        }
    }
}
