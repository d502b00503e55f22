package dev.touchstone.reference.llama;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One sequence of tokens in a {@link PrefixTree}. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Sequence {

    private final long order;
    private Branch tail;

    Sequence(Branch tail, long order) {
        this.tail = tail;
        this.order = order;
    }

    /** Number of tokens. */
    public int length() {
        return tail.end();
    }

    /** Number of positions that were computed, or will be with the next batch. */
    public int ready() {
        Branch branch = tail;
        while (branch.ready() == branch.start() && !branch.isRoot()) {
            branch = branch.parent();
        }
        return branch.ready();
    }

    /** Number of tokens at the beginning that another sequence of the same tree has too, and shares. */
    public int shared(Sequence other) {
        return Branch.common(tail, other.tail, Math.min(length(), other.length()));
    }

    /** Sequences are needed in ascending order. */
    long order() {
        return order;
    }

    /** The branch whose end is the sequence's. */
    Branch tail() {
        return tail;
    }

    void setTail(Branch branch) {
        tail = branch;
    }
}
