package dev.touchstone.suites.mini.glue;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.List;
import java.util.Random;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The mini items and lessons of GLUE. */
@API(status = Status.INTERNAL, since = "0.1")
public final class GlueMini {

    private static final List<String> SUBJECTS =
            List.of("cola", "sst2", "mrpc", "stsb", "qqp", "mnli", "mnli_mm", "qnli", "rte", "wnli");

    private GlueMini() {}

    /** The ids of all subjects, in GLUE's order. */
    public static List<String> subjects() {
        return SUBJECTS;
    }

    /**
     * The mini items of a subject. An item's fields are those of lm-evaluation-harness and {@code label}, for {@code stsb} also {@code score}
     * (0.000 to 5.000) with the rounded score as its label. Its gold equals its label: the index into the harness's choices, which for
     * {@code stsb} are 0 to 5.
     *
     * @param subjectId one of {@link #subjects()}
     * @throws IllegalArgumentException if it is none of them
     */
    public static MiniSubject subject(String subjectId) {
        if (!SUBJECTS.contains(subjectId)) {
            throw new IllegalArgumentException("GLUE has no subject '" + subjectId + "'; it has " + SUBJECTS);
        }
        TaskTable table = Tables.read(subjectId + ".yaml", TaskTable.class);
        GlueSubject subject = new GlueSubject(subjectId, new GlueTask(table, Lexicon.load()));
        return table.also() == null ? subject : new Mixed(subject, subject(table.also()));
    }

    /** Half of the lessons are those of another subject. */
    private record Mixed(MiniSubject own, MiniSubject other) implements MiniSubject {

        @Override
        public List<Item> items() {
            return own.items();
        }

        @Override
        public List<Item> shots() {
            return own.shots();
        }

        @Override
        public Lesson lesson(Random random) {
            return random.nextBoolean() ? own.lesson(random) : other.lesson(random);
        }
    }
}
