package dev.touchstone.reference.tokenizer;

/** Makes a Java string a sequence of Unicode scalar values, which is what UTF-8 can say. */
final class TextRepair {

    private static final char REPLACEMENT = '\uFFFD';

    private TextRepair() {}

    /** {@code text} with U+FFFD for each surrogate that has no partner; the same string when there is none. */
    static String withoutLoneSurrogates(String text) {
        int first = firstLoneSurrogate(text, 0);
        if (first == text.length()) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text);
        for (int index = first; index < text.length(); index = firstLoneSurrogate(text, index + 1)) {
            repaired.setCharAt(index, REPLACEMENT);
        }
        return repaired.toString();
    }

    private static int firstLoneSurrogate(String text, int from) {
        for (int index = from; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                if (Character.charCount(text.codePointAt(index)) == 1) {
                    return index;
                }
                index++;
            }
        }
        return text.length();
    }
}
