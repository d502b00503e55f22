package dev.touchstone.reference.tokenizer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The character classes {@code \p{L}}, {@code \p{N}} and {@code \s} of Unicode 16.0, as Hugging Face tokenizers 0.22 sees them. The
 * project carries its own table because the JDK's follows the JDK (13.0 in 17, 16.0 in 25) and tokens must not depend on it.
 */
final class UnicodeClasses {

    static final byte OTHER = 0;
    static final byte LETTER = 1;
    static final byte NUMBER = 2;
    static final byte SPACE = 3;

    private static final String RESOURCE = "unicode-classes.txt";

    /** One class per code point: 1.1 MB, for one array read per character. */
    private static final byte[] CLASSES = load();

    private UnicodeClasses() {}

    /** The class of a code point: {@link #OTHER}, {@link #LETTER}, {@link #NUMBER} or {@link #SPACE}. */
    static byte of(int codePoint) {
        return CLASSES[codePoint];
    }

    /** The first index at or after {@code from} whose code point is not of class {@code kind}, or {@code to}. */
    static int endOfRun(String text, int from, int to, byte kind) {
        int index = from;
        while (index < to) {
            int codePoint = text.codePointAt(index);
            if (CLASSES[codePoint] != kind) {
                return index;
            }
            index += Character.charCount(codePoint);
        }
        return to;
    }

    private static byte[] load() {
        byte[] classes = new byte[Character.MAX_CODE_POINT + 1];
        try (InputStream stream = Objects.requireNonNull(UnicodeClasses.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> fill(classes, line.split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    private static void fill(byte[] classes, String[] range) {
        byte kind = switch (range[0]) {
            case "L" -> LETTER;
            case "N" -> NUMBER;
            default -> SPACE;
        };
        Arrays.fill(classes, Integer.parseInt(range[1], 16), Integer.parseInt(range[2], 16) + 1, kind);
    }
}
