package dev.touchstone.reference.tokenizer;

import java.util.Arrays;

/**
 * GPT-2's way to write a byte as a visible character: printable Latin-1 characters stand for themselves, and the other 68 bytes, in order,
 * for U+0100 and on. (The function {@code bytes_to_unicode} of GPT-2's encoder.)
 */
final class ByteAlphabet {

    /** What {@link #byteOf} gives for a character that stands for no byte. */
    static final int NONE = -1;

    private static final char[] CHARACTERS = characters();
    private static final int[] BYTES = bytes();

    private ByteAlphabet() {}

    /** The character for a byte from 0 to 255. */
    static char characterOf(int unsignedByte) {
        return CHARACTERS[unsignedByte];
    }

    /** The byte, from 0 to 255, that a character stands for, or {@link #NONE}. */
    static int byteOf(int codePoint) {
        return codePoint < BYTES.length ? BYTES[codePoint] : NONE;
    }

    private static char[] characters() {
        char[] characters = new char[256];
        char next = '\u0100';
        for (char value = 0; value < 256; value++) {
            characters[value] = isPrintable(value) ? value : next++;
        }
        return characters;
    }

    private static boolean isPrintable(int value) {
        return value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xAC || value >= 0xAE;
    }

    private static int[] bytes() {
        int[] bytes = new int[CHARACTERS[0xAD] + 1];
        Arrays.fill(bytes, NONE);
        for (int value = 0; value < 256; value++) {
            bytes[CHARACTERS[value]] = value;
        }
        return bytes;
    }
}
