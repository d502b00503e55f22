package dev.touchstone.reference.gguf;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.MappedFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a GGUF file's scalars and strings in order. Nothing is read and nothing is allocated before it is certain that the file is long enough.
 * {@code what} is the thing being read, for messages.
 */
final class GgufCursor {

    private final Path file;
    private final ByteBuffer bytes;

    /** Starts at the file's first byte. Metadata and directory lie within the first 2 GiB of any real file. */
    GgufCursor(MappedFile mapped) {
        file = mapped.path();
        bytes = mapped.map(0, Math.min(mapped.size(), Integer.MAX_VALUE));
    }

    /** Bytes from the file's start. */
    long position() {
        return bytes.position();
    }

    byte i8(String what) {
        require(Byte.BYTES, what);
        return bytes.get();
    }

    short i16(String what) {
        require(Short.BYTES, what);
        return bytes.getShort();
    }

    int i32(String what) {
        require(Integer.BYTES, what);
        return bytes.getInt();
    }

    long i64(String what) {
        require(Long.BYTES, what);
        return bytes.getLong();
    }

    /** An unsigned 64-bit number; those above 2^63 - 1 have no use in a model. */
    long u64(String what) {
        long at = position();
        long value = i64(what);
        if (value < 0) {
            throw damaged(what + " is " + Long.toUnsignedString(value) + ", which is too large", at);
        }
        return value;
    }

    /** An unsigned number of things that take at least {@code leastBytes} each, all of them still to come in the file. */
    int count(String what, int leastBytes) {
        long at = position();
        long count = i64(what);
        long most = bytes.remaining() / leastBytes;
        if (count < 0 || count > most) {
            throw damaged(
                    what + " claims " + Long.toUnsignedString(count)
                            + " elements, but the rest of the file has room for at most " + most,
                    at);
        }
        return (int) count;
    }

    String string(String what) {
        long at = position();
        long length = i64(what);
        if (length < 0 || length > bytes.remaining()) {
            throw damaged(
                    what + " claims " + Long.toUnsignedString(length) + " bytes, but the file has only "
                            + bytes.remaining() + " more",
                    at);
        }
        byte[] text = new byte[(int) length];
        bytes.get(text);
        String decoded = new String(text, StandardCharsets.UTF_8);
        // A wrong byte is decoded as U+FFFD, which a right text may hold as well.
        if (decoded.indexOf('\ufffd') >= 0 && !Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), text)) {
            throw damaged(what + " is no UTF-8 text", at);
        }
        return decoded;
    }

    int[] ints(int count) {
        int[] values = new int[count];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + count * Integer.BYTES);
        return values;
    }

    float[] floats(int count) {
        float[] values = new float[count];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + count * Float.BYTES);
        return values;
    }

    /** The file is no good at byte {@code at}. */
    ModelException damaged(String problem, long at) {
        return new ModelException(file + ", byte " + at + ": " + problem
                + "; the file is damaged: download it again and compare its SHA-256 with the publisher's");
    }

    private void require(int count, String what) {
        if (bytes.remaining() < count) {
            throw damaged("the file ends within " + what, position());
        }
    }
}
