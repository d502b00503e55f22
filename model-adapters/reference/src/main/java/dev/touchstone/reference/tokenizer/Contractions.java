package dev.touchstone.reference.tokenizer;

/** The English contractions {@code 's|'t|'re|'ve|'m|'ll|'d} that the patterns of the GPT family split off. */
final class Contractions {

    /** The one non-ASCII character whose simple case folding is a letter of a contraction. */
    private static final char LONG_S = '\u017F';

    private Contractions() {}

    /** The end of the lower-case contraction that starts at {@code from}, or {@code from} if there is none. */
    static int endOfContraction(String text, int from, int to) {
        return text.charAt(from) == '\'' ? from + length(at(text, from + 1, to), at(text, from + 2, to)) : from;
    }

    /** As {@link #endOfContraction}, for {@code (?i:...)} with Unicode case folding. */
    static int endOfContractionOfAnyCase(String text, int from, int to) {
        return text.charAt(from) == '\''
                ? from + length(fold(at(text, from + 1, to)), fold(at(text, from + 2, to)))
                : from;
    }

    private static int length(char first, char second) {
        return switch (first) {
            case 's', 't', 'm', 'd' -> 2;
            case 'r', 'v' -> second == 'e' ? 3 : 0;
            case 'l' -> second == 'l' ? 3 : 0;
            default -> 0;
        };
    }

    private static char at(String text, int index, int to) {
        return index < to ? text.charAt(index) : 0;
    }

    private static char fold(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c + ('a' - 'A'));
        }
        return c == LONG_S ? 's' : c;
    }
}
