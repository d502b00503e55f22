package dev.touchstone.reference.tokenizer;

/**
 * Llama 3's pattern, written out as a scanner:
 * {@code (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,D}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+},
 * where D, the most digits in a piece, is 3 in Llama 3 and 1 in Qwen 2.
 */
final class Llama3PreTokenizer implements PreTokenizer {

    private final int mostDigits;

    Llama3PreTokenizer(int mostDigits) {
        this.mostDigits = mostDigits;
    }

    @Override
    public void split(String text, int from, int to, Pieces pieces) {
        int start = from;
        while (start < to) {
            int end = endOfPiece(text, start, to);
            pieces.add(start, end);
            start = end;
        }
    }

    private int endOfPiece(String text, int from, int to) {
        int end = Contractions.endOfContractionOfAnyCase(text, from, to);
        if (end == from) {
            end = endOfWord(text, from, to);
        }
        if (end == from) {
            end = endOfNumber(text, from, to);
        }
        if (end == from) {
            end = endOfPunctuation(text, from, to);
        }
        return end == from ? endOfSpaces(text, from, to) : end;
    }

    private static int endOfWord(String text, int from, int to) {
        int first = text.codePointAt(from);
        byte kind = UnicodeClasses.of(first);
        if (kind == UnicodeClasses.LETTER) {
            return UnicodeClasses.endOfRun(text, from, to, UnicodeClasses.LETTER);
        }
        if (kind == UnicodeClasses.NUMBER || isLineEnd(first)) {
            return from;
        }
        int start = from + Character.charCount(first);
        int end = UnicodeClasses.endOfRun(text, start, to, UnicodeClasses.LETTER);
        return end > start ? end : from;
    }

    private int endOfNumber(String text, int from, int to) {
        int end = from;
        for (int digits = 0; digits < mostDigits && end < to; digits++) {
            int codePoint = text.codePointAt(end);
            if (UnicodeClasses.of(codePoint) != UnicodeClasses.NUMBER) {
                return end;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private static int endOfPunctuation(String text, int from, int to) {
        int start = text.charAt(from) == ' ' ? from + 1 : from;
        int end = UnicodeClasses.endOfRun(text, start, to, UnicodeClasses.OTHER);
        if (end == start) {
            return from;
        }
        while (end < to && isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** {@code \s*[\r\n]+|\s+(?!\S)|\s+}: up to the last line end among the spaces; without one, as GPT-2. */
    private static int endOfSpaces(String text, int from, int to) {
        int end = UnicodeClasses.endOfRun(text, from, to, UnicodeClasses.SPACE);
        for (int index = end; index > from; index--) {
            if (isLineEnd(text.charAt(index - 1))) {
                return index;
            }
        }
        return Gpt2PreTokenizer.endOfSpaces(text, from, to);
    }

    private static boolean isLineEnd(int codePoint) {
        return codePoint == '\n' || codePoint == '\r';
    }
}
