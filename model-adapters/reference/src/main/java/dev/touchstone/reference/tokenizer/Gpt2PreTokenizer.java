package dev.touchstone.reference.tokenizer;

/**
 * GPT-2's pattern, written out as a scanner:
 * {@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}.
 */
final class Gpt2PreTokenizer implements PreTokenizer {

    @Override
    public void split(String text, int from, int to, Pieces pieces) {
        int start = from;
        while (start < to) {
            int end = endOfPiece(text, start, to);
            pieces.add(start, end);
            start = end;
        }
    }

    private static int endOfPiece(String text, int from, int to) {
        int contraction = Contractions.endOfContraction(text, from, to);
        if (contraction > from) {
            return contraction;
        }
        int start = text.charAt(from) == ' ' && from + 1 < to ? from + 1 : from;
        byte kind = UnicodeClasses.of(text.codePointAt(start));
        return kind == UnicodeClasses.SPACE
                ? endOfSpaces(text, from, to)
                : UnicodeClasses.endOfRun(text, start, to, kind);
    }

    /** {@code \s+(?!\S)|\s+}: all spaces at the end of the text; else all but the last one, which goes with what follows. */
    static int endOfSpaces(String text, int from, int to) {
        int end = UnicodeClasses.endOfRun(text, from, to, UnicodeClasses.SPACE);
        return end == to || end == from + 1 ? end : end - 1;
    }
}
