package dev.touchstone.reference.llama;

import dev.touchstone.reference.llama.KeyValueCache.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tokens at consecutive positions in a {@link PrefixTree}, and the pages that keep what was computed of them. It follows the last token of its
 * parent. Positions are counted from the beginning of the sequence, not of the branch.
 */
final class Branch {

    private final KeyValueCache cache;
    private final List<Branch> children = new ArrayList<>(2);
    private @Nullable Branch parent;
    private int start;
    private int[] tokens;
    private int length;
    private int[] pages = {};
    private int pageCount;
    /** The first position's place in the first page. */
    private int offset;

    private int ready;
    private int users;
    private long lastBatch = -1;

    private Branch(KeyValueCache cache, @Nullable Branch parent, int start, int[] tokens) {
        this.cache = cache;
        this.parent = parent;
        this.start = start;
        this.tokens = tokens;
        this.length = tokens.length;
        this.ready = start;
    }

    /** The empty branch that all sequences begin with. */
    static Branch root(KeyValueCache cache) {
        return new Branch(cache, null, 0, new int[0]);
    }

    boolean isRoot() {
        return parent == null;
    }

    Branch parent() {
        return Objects.requireNonNull(parent, "the root has no parent");
    }

    List<Branch> children() {
        return children;
    }

    /** The position of its first token. */
    int start() {
        return start;
    }

    /** The position after its last token. */
    int end() {
        return start + length;
    }

    /** The position up to which it is computed, or will be with the next batch. */
    int ready() {
        return ready;
    }

    int token(int position) {
        return tokens[position - start];
    }

    /** Sequences that contain it. */
    int users() {
        return users;
    }

    void addUser() {
        users++;
    }

    /** One sequence less; without any it is taken out of the tree. */
    void removeUser() {
        if (--users == 0) {
            evict();
            parent().children.remove(this);
        }
    }

    /** The last batch that needs it; it must not be evicted before that is computed. */
    long lastBatch() {
        return lastBatch;
    }

    void useInBatch(long batch) {
        lastBatch = batch;
    }

    boolean hasComputedChild() {
        return children.stream().anyMatch(child -> child.ready > child.start);
    }

    /** The child that begins with a token, or null. */
    @Nullable
    Branch child(int token) {
        for (Branch child : children) {
            if (child.tokens[0] == token) {
                return child;
            }
        }
        return null;
    }

    /** Number of its tokens that a sequence shares from the branch's start on. */
    int matching(int[] sequence) {
        int mismatch = Arrays.mismatch(tokens, 0, length, sequence, start, sequence.length);
        return mismatch < 0 ? length : mismatch;
    }

    /** A new child with the tokens of a sequence from this branch's end on. */
    Branch grow(int[] sequence) {
        Branch child = new Branch(cache, this, end(), Arrays.copyOfRange(sequence, end(), sequence.length));
        children.add(child);
        return child;
    }

    /** A new child of one token. */
    Branch grow(int token) {
        Branch child = new Branch(cache, this, end(), new int[] {token});
        children.add(child);
        return child;
    }

    /** Appends a token to this branch itself. */
    void extend(int token) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.max(KeyValueCache.PAGE, 2 * length));
        }
        tokens[length++] = token;
    }

    /**
     * Cuts the branch in two and keeps what was computed of both. This object becomes the lower part.
     *
     * @param position where the lower part starts; inside of the branch
     * @return the upper part
     */
    Branch split(int position) {
        Branch upper = new Branch(cache, parent(), start, Arrays.copyOf(tokens, position - start));
        upper.parent().children.set(upper.parent().children.indexOf(this), upper);
        upper.children.add(this);
        upper.users = users;
        upper.lastBatch = lastBatch;
        upper.ready = Math.min(ready, position);
        upper.offset = offset;
        upper.pageCount = ready > position ? KeyValueCache.pages(offset + position - start) : pageCount;
        upper.pages = Arrays.copyOf(pages, upper.pageCount);
        dropPagesAbove(position);
        tokens = Arrays.copyOfRange(tokens, position - start, length);
        length = tokens.length;
        start = position;
        parent = upper;
        return upper;
    }

    /** Keeps the pages from a position on; the page of that position belongs to both parts if it starts before. */
    private void dropPagesAbove(int position) {
        if (ready <= position) {
            pageCount = 0;
            offset = 0;
            ready = position;
            return;
        }
        int place = offset + position - start;
        int first = place / KeyValueCache.PAGE;
        offset = place % KeyValueCache.PAGE;
        pages = Arrays.copyOfRange(pages, first, pageCount);
        pageCount = pages.length;
        if (offset > 0) {
            cache.share(pages[0]);
        }
    }

    /** Finds a place for the position after the ready ones: in its own last page, or in its parent's. False if a page must be added. */
    boolean hasPlace() {
        if (pageCount == 0 && !parent().isRoot() && parent().isLastPageOpen()) {
            offset = parent().placeOfEnd();
            pages = new int[] {parent().lastPage()};
            pageCount = 1;
            cache.share(pages[0]);
        }
        return offset + ready - start < pageCount * KeyValueCache.PAGE;
    }

    /** Whether the places behind its last position are nobody's. */
    private boolean isLastPageOpen() {
        return pageCount > 0 && placeOfEnd() > 0 && cache.used(lastPage()) == placeOfEnd();
    }

    private int placeOfEnd() {
        return (offset + length) % KeyValueCache.PAGE;
    }

    /** Takes a page from the cache, which has one. */
    void addPage() {
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(4, 2 * pageCount));
        }
        int before = pageCount > 0 ? lastPage() : parent().lastPage();
        pages[pageCount++] = cache.take(before);
    }

    private int lastPage() {
        return pageCount > 0 ? pages[pageCount - 1] : -1;
    }

    /** Takes the place of the next position, which is computed, or will be with the next batch. */
    void useNextPlace() {
        int place = offset + ready - start;
        cache.use(pages[place / KeyValueCache.PAGE], place % KeyValueCache.PAGE);
        ready++;
    }

    /** Gives up what was computed; nothing that follows it may be left. */
    void evict() {
        if (pageCount > 0) {
            cache.unuse(pages[0], offset);
        }
        for (int i = 0; i < pageCount; i++) {
            cache.give(pages[i]);
        }
        pageCount = 0;
        offset = 0;
        ready = start;
    }

    /** The branch on the way from the root to this one that holds a position, which is before this one's end. */
    Branch at(int position) {
        Branch branch = this;
        while (position < branch.start) {
            branch = branch.parent();
        }
        return branch;
    }

    /** Where one of its positions is kept. */
    Place place(int position) {
        int place = offset + position - start;
        return new Place(pages[place / KeyValueCache.PAGE], place % KeyValueCache.PAGE);
    }

    /** Where the positions {@code from} to {@code to - 1} of the sequence that ends with this branch are kept, in order. */
    List<Span> spans(int from, int to) {
        List<Span> spans = new ArrayList<>();
        addSpans(from, to, spans);
        return spans;
    }

    private void addSpans(int from, int to, List<Span> spans) {
        if (from < Math.min(start, to)) {
            parent().addSpans(from, Math.min(start, to), spans);
        }
        int position = Math.max(from, start);
        while (position < to) {
            int place = offset + position - start;
            int inPage = place % KeyValueCache.PAGE;
            int count = Math.min(to - position, KeyValueCache.PAGE - inPage);
            Span.append(spans, new Span(pages[place / KeyValueCache.PAGE], inPage, position, count));
            position += count;
        }
    }

    /** Number of positions that two sequences share, at most {@code most}; the sequences end with the two branches. */
    static int common(Branch one, Branch other, int most) {
        int common = most;
        Branch a = one;
        Branch b = other;
        while (a != b) {
            if (b.isRoot() || !a.isRoot() && a.start >= b.start) {
                common = Math.min(common, a.start);
                a = a.parent();
            } else {
                common = Math.min(common, b.start);
                b = b.parent();
            }
        }
        return common;
    }
}
