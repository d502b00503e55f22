package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What is kept of computed positions: keys and values of all layers, and the last hidden state, which a later request may score. Memory is
 * given out in pages of 32 positions (Kwon et al. 2023), laid out as the panels that attention multiplies with: a panel of keys has 32
 * positions as its outputs, one of values 32 elements of the head. Pages can be shared; neighbouring ones are read in one go. For one thread,
 * but for the reading and storing of positions.
 */
final class KeyValueCache {

    /** Positions of a page. */
    static final int PAGE = Panels.WIDTH;

    /** Pages allocated together: 1024 positions, which take some tens of megabytes in a small model. */
    private static final int SLAB = 32;

    private final LlamaConfig config;
    private final int valuePanels;
    private final int hiddenWidth;
    private final int limit;
    private final List<Slab> slabs = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private int[] holders = {};
    private int[] used = {};
    private int free;

    /** @param bytes most memory that pages may take */
    KeyValueCache(LlamaConfig config, long bytes) {
        this.config = config;
        this.valuePanels = Panels.count(config.headSize());
        this.hiddenWidth = Panels.padded(config.width());
        this.limit = (int) Math.min(bytes / pageBytes(config), Integer.MAX_VALUE / PAGE);
        this.free = limit;
    }

    /** Bytes of one page. */
    static long pageBytes(LlamaConfig config) {
        long perHead = config.headSize() + Panels.padded(config.headSize());
        long perPosition = config.layers() * config.keyValueHeads() * perHead + Panels.padded(config.width());
        return Float.BYTES * PAGE * perPosition;
    }

    /** Pages that hold so many positions. */
    static int pages(int positions) {
        return (positions + PAGE - 1) / PAGE;
    }

    /** Pages there can be. */
    int limit() {
        return limit;
    }

    /** Pages that can still be taken. */
    int free() {
        return free;
    }

    /**
     * Takes a free page; there must be one.
     *
     * @param before the page that holds the positions before, if there is one, else -1: the next one is taken if it is free
     */
    int take(int before) {
        int page = before >= 0 && before + 1 < limit && !taken.get(before + 1) ? before + 1 : taken.nextClearBit(0);
        while (page >= slabs.size() * SLAB) {
            addSlab();
        }
        taken.set(page);
        holders[page] = 1;
        used[page] = 0;
        free--;
        return page;
    }

    /** One holder more of a page. */
    void share(int page) {
        holders[page]++;
    }

    /** One holder less of a page; without any it is free. */
    void give(int page) {
        if (--holders[page] == 0) {
            taken.clear(page);
            free++;
        }
    }

    /** Number of places at the beginning of a page that are used. */
    int used(int page) {
        return used[page];
    }

    /** Uses the next place of a page. */
    void use(int page, int place) {
        used[page] = place + 1;
    }

    /** The places from one on are not used any more. */
    void unuse(int page, int place) {
        used[page] = place;
    }

    private void addSlab() {
        int pages = Math.min(SLAB, limit - slabs.size() * SLAB);
        int keys = pages * config.keyValueHeads() * config.headSize() * PAGE;
        int values = pages * config.keyValueHeads() * valuePanels * Panels.WIDTH * PAGE;
        slabs.add(new Slab(
                pages,
                new float[config.layers()][keys],
                new float[config.layers()][values],
                new float[pages * PAGE * hiddenWidth]));
        holders = Arrays.copyOf(holders, slabs.size() * SLAB);
        used = Arrays.copyOf(used, slabs.size() * SLAB);
    }

    /** Whether two pages can be read in one go if the second one follows the first. */
    static boolean inOneSlab(int page, int other) {
        return page / SLAB == other / SLAB;
    }

    /** Stores the key at {@code from[at]} of one head at a position of a page. */
    void storeKey(int layer, int head, Place place, float[] from, int at) {
        Slab slab = slab(place.page());
        int key = keyAt(slab, head, place.page()) + place.index();
        for (int i = 0; i < config.headSize(); i++) {
            slab.keys[layer][key + i * PAGE] = from[at + i];
        }
    }

    /** Stores the value at {@code from[at]} of one head at a position of a page. */
    void storeValue(int layer, int head, Place place, float[] from, int at) {
        Slab slab = slab(place.page());
        for (int panel = 0; panel < valuePanels; panel++) {
            int done = panel * Panels.WIDTH;
            int length = Math.min(Panels.WIDTH, config.headSize() - done);
            int to = valueAt(slab, head, panel, place.page()) + place.index() * Panels.WIDTH;
            System.arraycopy(from, at + done, slab.values[layer], to, length);
        }
    }

    /** Stores the first of some rows as a position's last hidden state. */
    void storeHidden(Place place, Rows state) {
        System.arraycopy(state.data(), state.offset(), slab(place.page()).hidden, hiddenAt(place), hiddenWidth);
    }

    /** Copies a position's last hidden state to the first of some rows. */
    void loadHidden(Place place, Rows state) {
        System.arraycopy(slab(place.page()).hidden, hiddenAt(place), state.data(), state.offset(), hiddenWidth);
    }

    /** Keys of whole pages: all positions of a span and what stands beside them in its first and last page. */
    Panels keys(int layer, int head, Span span) {
        Slab slab = slab(span.page());
        int panel = config.headSize() * PAGE;
        return new Panels(slab.keys[layer], keyAt(slab, head, span.page()), panel, span.pages(), config.headSize());
    }

    /** Elements {@code 32 * panel} to {@code 32 * panel + 31} of the values of a span's positions. */
    Panels values(int layer, int head, int panel, Span span) {
        Slab slab = slab(span.page());
        int offset = valueAt(slab, head, panel, span.page()) + span.offset() * Panels.WIDTH;
        return new Panels(slab.values[layer], offset, 0, 1, span.length());
    }

    /** Panels of one head's values. */
    int valuePanels() {
        return valuePanels;
    }

    /** Numbers kept for one position: keys and values of all layers. */
    long numbersPerPosition() {
        return 2L * config.layers() * config.keyValueHeads() * config.headSize();
    }

    private Slab slab(int page) {
        return slabs.get(page / SLAB);
    }

    private int keyAt(Slab slab, int head, int page) {
        return (head * slab.pages + page % SLAB) * config.headSize() * PAGE;
    }

    private int valueAt(Slab slab, int head, int panel, int page) {
        return ((head * valuePanels + panel) * slab.pages + page % SLAB) * Panels.WIDTH * PAGE;
    }

    private int hiddenAt(Place place) {
        return (place.page() % SLAB * PAGE + place.index()) * hiddenWidth;
    }

    /** Where a position is kept: a page, and the place in it. */
    record Place(int page, int index) {}

    /**
     * Memory of some pages.
     *
     * @param keys [layer][key-value head, page, headSize, 32 positions]
     * @param values [layer][key-value head, panel, page, 32 positions, 32 elements]
     * @param hidden [page, 32 positions, width padded to panels]
     */
    private record Slab(int pages, float[][] keys, float[][] values, float[] hidden) {}
}
