package dev.touchstone.reports.console;

import java.nio.charset.Charset;

/**
 * What the console can show.
 *
 * @param colour whether escape sequences are understood
 * @param charset what the console's bytes mean; decides whether signs such as {@code ±} and Chinese names can be printed
 */
record Style(boolean colour, Charset charset) {

    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return wrap("\u001b[1m", text);
    }

    String faint(String text) {
        return wrap("\u001b[2m", text);
    }

    String warning(String text) {
        return wrap("\u001b[33m", text);
    }

    /** A line across {@code cells}. */
    String rule(int cells) {
        return either("─", "-").repeat(cells);
    }

    /** Stands for what is undefined, and between the ends of an interval. */
    String dash() {
        return either("–", "-");
    }

    String ellipsis() {
        return either("…", "~");
    }

    String separator() {
        return either(" · ", ", ");
    }

    /** Whether the console can show the text as it is. */
    boolean canPrint(String text) {
        return charset.canEncode() && charset.newEncoder().canEncode(text);
    }

    private String either(String sign, String plain) {
        return canPrint(sign) ? sign : plain;
    }

    private String wrap(String start, String text) {
        return colour ? start + text + RESET : text;
    }
}
