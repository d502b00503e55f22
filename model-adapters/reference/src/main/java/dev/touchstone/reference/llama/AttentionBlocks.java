package dev.touchstone.reference.llama;

import dev.touchstone.reference.llama.AttentionBlock.Group;
import dev.touchstone.reference.llama.Batch.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts the rows of a batch into blocks: long runs alone, short ones together, such as the choices of a question or texts being written. */
final class AttentionBlocks {

    private final List<AttentionBlock> blocks = new ArrayList<>();
    private final List<Run> open = new ArrayList<>();
    private int openRows;

    private AttentionBlocks() {}

    /** The blocks, those that take longest first, so that threads finish together. */
    static List<AttentionBlock> of(List<Run> runs) {
        AttentionBlocks blocks = new AttentionBlocks();
        runs.forEach(blocks::add);
        blocks.close();
        blocks.blocks.sort(Comparator.comparingLong(AttentionBlock::work).reversed());
        return blocks.blocks;
    }

    private void add(Run run) {
        if (run.size() >= AttentionBlock.ROWS) {
            close();
        }
        for (int position = run.from(); position < run.to(); ) {
            int count = Math.min(AttentionBlock.ROWS - openRows, run.to() - position);
            open.add(run.from(position).first(count));
            openRows += count;
            position += count;
            if (openRows == AttentionBlock.ROWS) {
                close();
            }
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            blocks.add(open.size() == 1 ? single(open.get(0)) : several());
            open.clear();
            openRows = 0;
        }
    }

    private static AttentionBlock single(Run run) {
        List<Span> all = run.tail().spans(0, run.to());
        return new AttentionBlock(
                run.firstRow(), run.size(), all, run.from() + 1, List.of(new Group(0, run.size(), run.from(), all)));
    }

    private AttentionBlock several() {
        Run first = open.get(0);
        int shared = first.from() + 1;
        for (Run run : open) {
            shared = Branch.common(first.tail(), run.tail(), Math.min(shared, run.from() + 1));
        }
        List<Group> groups = new ArrayList<>();
        for (Run run : open) {
            groups.add(new Group(
                    run.firstRow() - first.firstRow(),
                    run.size(),
                    run.from(),
                    run.tail().spans(shared, run.to())));
        }
        return new AttentionBlock(
                first.firstRow(), openRows, first.tail().spans(0, shared), shared, List.copyOf(groups));
    }
}
