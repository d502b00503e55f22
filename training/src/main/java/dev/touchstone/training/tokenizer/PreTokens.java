package dev.touchstone.training.tokenizer;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text into the pieces inside which tokens are merged: each digit alone, and GPT-2's pattern for what lies between. */
final class PreTokens {

    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern GPT2 = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private PreTokens() {}

    static void split(String text, Consumer<String> piece) {
        Matcher digit = DIGIT.matcher(text);
        int start = 0;
        while (digit.find()) {
            splitBetween(text.substring(start, digit.start()), piece);
            piece.accept(digit.group());
            start = digit.end();
        }
        splitBetween(text.substring(start), piece);
    }

    private static void splitBetween(String text, Consumer<String> piece) {
        Matcher matcher = GPT2.matcher(text);
        while (matcher.find()) {
            piece.accept(matcher.group());
        }
    }
}
