package dev.touchstone.reference.tokenizer;

/**
 * Each number character (Unicode {@code N*}) is a piece of its own; what lies between is cut by GPT-2's pattern, to which it is a whole
 * text: the last space before a digit does not join it. Hugging Face: {@code Digits(individual_digits=True)}, then {@code ByteLevel}.
 */
final class DigitsPreTokenizer implements PreTokenizer {

    private final PreTokenizer between = new Gpt2PreTokenizer();

    @Override
    public void split(String text, int from, int to, Pieces pieces) {
        int start = from;
        int index = from;
        while (index < to) {
            int codePoint = text.codePointAt(index);
            int next = index + Character.charCount(codePoint);
            if (UnicodeClasses.of(codePoint) == UnicodeClasses.NUMBER) {
                between.split(text, start, index, pieces);
                pieces.add(index, next);
                start = next;
            }
            index = next;
        }
        between.split(text, start, to, pieces);
    }
}
