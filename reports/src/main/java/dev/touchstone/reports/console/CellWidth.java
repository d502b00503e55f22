package dev.touchstone.reports.console;

/**
 * How many cells of a terminal a text takes: 2 for wide characters (Chinese, Japanese, Korean, most emoji), 0 for combining ones, 1
 * for others. Characters whose width depends on the font ("ambiguous" in the Unicode Standard Annex 11, East Asian Width) count as 1,
 * as terminals do outside of East Asian locales.
 */
final class CellWidth {

    /**
     * First and last code points of the ranges that EastAsianWidth.txt of Unicode 15.0 lists as W or F. Unassigned code points
     * between neighbours are included, and single wide symbols below U+2E80 other than those of terminals' emoji are left out.
     */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x26A1, 0x26A1, 0x2705, 0x2705, 0x274C, 0x274C,
        0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18AFF, 0x1B000, 0x1B2FF, 0x1F300,
        0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
    };

    private CellWidth() {}

    /** The cells of a text without control characters. */
    static int of(String text) {
        return text.codePoints().map(CellWidth::of).sum();
    }

    /** The text, cut with {@code ellipsis} at its end if it is wider than {@code cells}. */
    static String cut(String text, int cells, String ellipsis) {
        if (of(text) <= cells) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int left = cells - of(ellipsis);
        for (int codePoint : text.codePoints().toArray()) {
            left -= of(codePoint);
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.append(ellipsis).toString();
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        for (int i = 0; i < WIDE.length && codePoint >= WIDE[i]; i += 2) {
            if (codePoint <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
