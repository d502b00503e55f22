package dev.touchstone.suites.mini.glue;

import dev.touchstone.suites.mini.glue.TaskTable.FrameTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** A task's frames. */
final class GlueTask {

    private final TaskTable table;
    private final List<Frame> frames = new ArrayList<>();
    private final Statements statements;

    GlueTask(TaskTable table, Lexicon lexicon) {
        this.table = table;
        for (FrameTable frame : table.frames()) {
            frames.addAll(Collections.nCopies(Objects.requireNonNullElse(frame.weight(), 1), frame(frame, lexicon)));
        }
        statements = new Statements(
                lexicon,
                frames.stream()
                        .flatMap(frame -> frame.categories().stream())
                        .distinct()
                        .toList());
    }

    private Frame frame(FrameTable frame, Lexicon lexicon) {
        if (frame.contrast() != null) {
            return new ContrastFrame(frame.contrast(), lexicon);
        }
        if (frame.paraphrase() != null) {
            return new ParaphraseFrame(frame.paraphrase(), lexicon);
        }
        if (frame.similarity() != null) {
            return new SimilarityFrame(frame.similarity(), lexicon);
        }
        return frame.detail() != null
                ? new DetailFrame(frame.detail(), lexicon)
                : new EntailmentFrame(Objects.requireNonNull(frame.entailment()), table.labels(), lexicon);
    }

    List<String> fields() {
        return table.fields();
    }

    int labels() {
        return table.labels();
    }

    /** Texts of the fields for an item of this label. */
    List<String> make(int label, Random random) {
        return Lexicon.pick(frames, random).make(label, random);
    }

    /** A text that helps to learn the task, or nothing. */
    String tell(Random random) {
        String told = Lexicon.pick(frames, random).tell(random);
        return told.isEmpty() ? statements.tell(random) : told;
    }
}
