package dev.touchstone.suites.extract;

/**
 * A text that a pattern may read only so often, because Java's matcher has no other limit: a pattern such as {@code (a+)+b} would run for
 * years. Views of a part count for the whole.
 */
final class BoundedText implements CharSequence {

    /** The rules of the catalogue read each character some 30 times; half a second for what needs more. */
    private static final long READS_PER_CHARACTER = 1_000;

    /** Below this a text costs nothing, however bad the pattern. */
    private static final long FEWEST_READS = 10_000_000;

    private final String text;
    private long readsLeft;

    BoundedText(String text) {
        this.text = text;
        this.readsLeft = Math.max(FEWEST_READS, READS_PER_CHARACTER * text.length());
    }

    @Override
    public char charAt(int index) {
        if (--readsLeft < 0) {
            throw new TooManyReads();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    static final class TooManyReads extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
