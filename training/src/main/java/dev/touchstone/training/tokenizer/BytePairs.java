package dev.touchstone.training.tokenizer;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A byte-level BPE vocabulary: id 0 is {@link #END}, ids 1 to 256 are the bytes 0 to 255, the others the merges in order.
 *
 * @param merges most important first
 */
@API(status = Status.INTERNAL, since = "0.1")
public record BytePairs(List<Merge> merges) {

    /** Stands before, after and between texts. */
    public static final String END = "<|endoftext|>";

    /** Id of the byte 0. */
    static final int FIRST_BYTE = 1;

    /** Id of the first merge. */
    static final int FIRST_MERGE = FIRST_BYTE + 256;

    /**
     * Two tokens that become one.
     *
     * @param left id
     * @param right id
     */
    public record Merge(int left, int right) {}

    /** Copies the merges. */
    public BytePairs {
        merges = List.copyOf(merges);
    }

    /** Number of tokens. */
    public int size() {
        return FIRST_MERGE + merges.size();
    }
}
