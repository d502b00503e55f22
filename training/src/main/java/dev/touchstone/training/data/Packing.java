package dev.touchstone.training.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Lays documents into batches of a fixed number of positions. Every document gets its turn: one that doesn't fit waits for a later batch. Long
 * documents wait until they fill a batch of longer rows. For one thread.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Packing {

    /** The share of a batch that may wait before the batch is closed: enough to fill most gaps, and all of it has room in the next batch. */
    private static final int WAITING_SHARE = 4;

    /** Batches of longer documents that may wait for a batch of usual rows to fill: reached only where hardly any document is short. */
    private static final int WAITING_BATCHES = 3;

    private final DocumentStream stream;
    private final PackingPlan plan;
    private final List<Drawn> waiting = new ArrayList<>();
    private long next;
    private long leftOut;

    private record Drawn(long number, EncodedDocument document) {

        int size() {
            return document.positions();
        }
    }

    /** Packing that starts, or goes on, at {@code from}. */
    public Packing(DocumentStream stream, PackingPlan plan, Cursor from) {
        this.stream = stream;
        this.plan = plan;
        this.next = from.next();
        from.waiting().forEach(number -> waiting.add(new Drawn(number, stream.get(number))));
    }

    /** The next batch; it holds at least one document. */
    public Packed next() {
        Rows rows = layOut();
        while (rows.filled() == 0) {
            rows = layOut();
        }
        List<Long> numbers = waiting.stream().map(Drawn::number).toList();
        return new Packed(rows.toBatch(), rows.filled(), new Cursor(next, numbers), leftOut);
    }

    private Rows layOut() {
        int length = longestThatFillsABatch();
        Rows rows = new Rows(plan.positions() / length, length);
        for (int i = plan.rows().indexOf(length); i >= 0; i--) {
            layOutWaiting(rows, plan.rows().get(i));
        }
        layOutNew(rows);
        return rows;
    }

    private int longestThatFillsABatch() {
        for (int i = plan.rows().size() - 1; i > 0; i--) {
            if (waitingFor(plan.rows().get(i)) >= plan.positions()) {
                return plan.rows().get(i);
            }
        }
        return plan.usualRow();
    }

    /** Positions of the documents that wait for rows of a length. */
    private int waitingFor(int row) {
        int size = 0;
        for (Drawn drawn : waiting) {
            size += plan.rowFor(drawn.size()) == row ? drawn.size() : 0;
        }
        return size;
    }

    private void layOutWaiting(Rows rows, int row) {
        Iterator<Drawn> each = waiting.iterator();
        while (each.hasNext()) {
            Drawn drawn = each.next();
            if (plan.rowFor(drawn.size()) == row && rows.add(drawn.document())) {
                each.remove();
            }
        }
    }

    /** Draws documents for usual rows until enough of them have found no room, or until too many longer ones wait. */
    private void layOutNew(Rows rows) {
        boolean tooManyWait = false;
        while (!tooManyWait && waitingFor(plan.usualRow()) < plan.positions() / WAITING_SHARE) {
            Drawn drawn = new Drawn(next, stream.get(next));
            next++;
            if (drawn.size() == 0 || drawn.size() > plan.longestRow()) {
                leftOut++;
                requireSomeToFit();
            } else if (plan.rowFor(drawn.size()) > plan.usualRow()) {
                waiting.add(drawn);
                tooManyWait = waitingFor(plan.rowFor(drawn.size())) >= WAITING_BATCHES * plan.positions();
            } else if (!rows.add(drawn.document())) {
                waiting.add(drawn);
            }
        }
    }

    private void requireSomeToFit() {
        if (leftOut > 10_000 && leftOut == next) {
            throw new IllegalStateException("none of the first " + next + " documents has between 1 and "
                    + plan.longestRow() + " positions; take longer rows, or give segments a weight above 0");
        }
    }
}
