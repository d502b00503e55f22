package dev.touchstone.reference.llama;

import java.util.List;

/**
 * Consecutive positions that lie side by side in the cache.
 *
 * @param page the first one's page; the following pages are its neighbours
 * @param offset the first position's place in its page
 * @param start the first position
 * @param length number of positions, at least 1
 */
record Span(int page, int offset, int start, int length) {

    /** The position after the last one. */
    int end() {
        return start + length;
    }

    /** Some of its positions. */
    Span part(int first, int count) {
        int place = offset + first - start;
        return new Span(page + place / KeyValueCache.PAGE, place % KeyValueCache.PAGE, first, count);
    }

    /** Number of pages. */
    int pages() {
        return KeyValueCache.pages(offset + length);
    }

    /** The position of the first page's first place. */
    int base() {
        return start - offset;
    }

    /** Appends a span, to the last one if the two lie side by side. */
    static void append(List<Span> spans, Span next) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).isFollowedBy(next)) {
            Span before = spans.get(last);
            spans.set(last, new Span(before.page, before.offset, before.start, before.length + next.length));
        } else {
            spans.add(next);
        }
    }

    private boolean isFollowedBy(Span next) {
        int place = offset + length;
        return next.start == end()
                && next.page == page + place / KeyValueCache.PAGE
                && next.offset == place % KeyValueCache.PAGE
                && KeyValueCache.inOneSlab(page, next.page);
    }
}
