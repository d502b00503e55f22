package dev.touchstone.suites.audit;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found of a suite's data.
 *
 * @param suite its id
 * @param title its name in reports
 * @param data where the items came from, such as {@code folder}
 * @param parts what there is, subject by subject
 * @param labels how often each label is right, for each subject whose items all have the same choices
 * @param positions how often the right answer is in each place, over all items whose choices differ; empty where the suite says the place
 * @param longest how often the longest option is the right one; null where options have no texts of their own
 * @param lengths of the items' texts
 * @param warnings what to look at, faults first
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record DataAudit(
        String suite,
        String title,
        String data,
        List<Part> parts,
        List<LabelBalance> labels,
        List<Place> positions,
        @Nullable Longest longest,
        Lengths lengths,
        List<Warning> warnings) {

    /** Whether something makes items impossible to evaluate. */
    public boolean hasFaults() {
        return warnings.stream().anyMatch(warning -> warning.kind().isFault());
    }

    /**
     * A subject's items and its shots.
     *
     * @param split what is evaluated, such as {@code test}
     * @param items how many items are evaluated
     * @param shots how many items there are to take solved examples from
     */
    public record Part(String subject, String split, int items, int shots) {}

    /** How often each label is right. */
    public record LabelBalance(String subject, List<Place> labels) {}

    /**
     * A place or a label.
     *
     * @param name a letter, or the label
     * @param right in how many items it is right
     * @param expected in how many it would be right if all of an item's options were equally likely
     */
    public record Place(String name, int right, double expected) {}

    /**
     * A rule without any knowledge: answer the longest option.
     *
     * @param items how many items have options
     * @param right the share that it gets right; equally long ones share the point
     * @param chance what guessing gets right
     */
    public record Longest(int items, double right, double chance) {}

    /**
     * Characters (code points) of the text that is asked, options included.
     *
     * @param percentiles the 0th, 5th, 25th, 50th, 75th, 95th and 100th percentile, none without items
     * @param histogram how many items have up to 2, 4, 8 ... characters
     */
    public record Lengths(List<Integer> percentiles, List<Integer> histogram) {}

    /**
     * One thing to look at.
     *
     * @param text in one sentence
     * @param items ids of the items it is about, such as {@code mmlu/anatomy#12}; shots as {@code mmlu/anatomy (shots)#3}; empty when it is about all
     */
    public record Warning(Kind kind, String text, List<String> items) {}

    /** What a warning is about; faults first. */
    public enum Kind {
        /** A file that can't be read, or a row that can't be evaluated. */
        FILE(true),
        /** The right answer is none of the choices. */
        GOLD(true),
        /** The same item twice with different right answers. */
        CONTRADICTION(false),
        /** The same item twice. */
        DUPLICATE(false),
        /** An item that is also a solved example, which gives its answer away. */
        LEAK(false),
        /** An item that is nearly a solved example. */
        NEAR_LEAK(false),
        /** An item two of whose options are the same. */
        OPTIONS(false),
        /** Damaged text. */
        ENCODING(false),
        /** Labels, places or lengths that give answers away. */
        BALANCE(false),
        /** Texts that are far longer than the others. */
        LENGTH(false);

        private final boolean fault;

        Kind(boolean fault) {
            this.fault = fault;
        }

        /** Whether the items can't be evaluated. */
        public boolean isFault() {
            return fault;
        }
    }
}
