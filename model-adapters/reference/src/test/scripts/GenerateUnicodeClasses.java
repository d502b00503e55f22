/**
 * Writes {@code unicode-classes.txt}, the table that the pre-tokenizers read. Run with a JDK that knows Unicode 16.0 (24 or 25):
 * {@code java GenerateUnicodeClasses.java > ../../main/resources/dev/touchstone/reference/tokenizer/unicode-classes.txt}
 */
public final class GenerateUnicodeClasses {

    public static void main(String[] args) {
        System.out.println("# Unicode 16.0: L = general category L*, N = general category N*, S = property White_Space.");
        System.out.println("# Derived from the Unicode Character Database (https://www.unicode.org/license.txt) as in JDK 25;");
        System.out.println("# made by src/test/scripts/GenerateUnicodeClasses.java. Hexadecimal, first and last code point of each range.");
        int first = 0;
        for (int codePoint = 1; codePoint <= Character.MAX_CODE_POINT + 1; codePoint++) {
            char kind = kind(first);
            if (codePoint > Character.MAX_CODE_POINT || kind(codePoint) != kind) {
                if (kind != '-') {
                    System.out.printf("%c %X %X%n", kind, first, codePoint - 1);
                }
                first = codePoint;
            }
        }
    }

    private static char kind(int codePoint) {
        if (Character.isLetter(codePoint)) {
            return 'L';
        }
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> 'N';
            default -> isWhiteSpace(codePoint) ? 'S' : '-';
        };
    }

    private static boolean isWhiteSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || (codePoint >= 0x09 && codePoint <= 0x0D) || codePoint == 0x85;
    }
}
