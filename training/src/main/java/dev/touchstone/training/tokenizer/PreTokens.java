package dev.touchstone.training.tokenizer;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into the pieces inside which tokens are merged: each digit and each Chinese character alone, and GPT-2's pattern for what lies between.
 * Chinese is written without spaces; merged across words, a name would be other tokens in each sentence, and what was learned about it in one
 * would not be known in the other.
 */
final class PreTokens {

    private static final Pattern ALONE = Pattern.compile("\\p{N}|\\p{IsHan}");
    private static final Pattern GPT2 = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private PreTokens() {}

    static void split(String text, Consumer<String> piece) {
        Matcher alone = ALONE.matcher(text);
        int start = 0;
        while (alone.find()) {
            splitBetween(text.substring(start, alone.start()), piece);
            piece.accept(alone.group());
            start = alone.end();
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
