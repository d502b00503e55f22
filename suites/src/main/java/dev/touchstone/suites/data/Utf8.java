package dev.touchstone.suites.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Decodes UTF-8 and says where it is not. */
final class Utf8 {

    private Utf8() {}

    /** The text without its byte order mark, or null, with a problem, when it is not UTF-8. */
    static @Nullable String decode(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int offset = in.position();
            problems.add(
                    line(bytes, offset),
                    "byte offset " + offset + ": 0x"
                            + HexFormat.of().withUpperCase().toHexDigits(bytes[offset])
                            + " is not valid UTF-8 there; convert the file to UTF-8");
            return null;
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static int line(byte[] bytes, int offset) {
        String before = new String(bytes, 0, offset, StandardCharsets.ISO_8859_1);
        return new Lines(before).at(offset);
    }
}
