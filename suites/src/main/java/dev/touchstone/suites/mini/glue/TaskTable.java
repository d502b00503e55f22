package dev.touchstone.suites.mini.glue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file of one task.
 *
 * @param fields published names of the fields that a frame makes, in its order
 * @param labels how many labels there are; an item's label is an index of the suite's choices
 * @param also another task, half of whose lessons are mixed in
 * @param frames ways to make items
 */
record TaskTable(List<String> fields, int labels, @Nullable String also, List<FrameTable> frames) {

    /**
     * One frame; exactly one of the kinds is there.
     *
     * @param weight how often it is used, in comparison to the others; 1 when left out
     * @param contrast see {@link ContrastFrame}
     * @param paraphrase see {@link ParaphraseFrame}: wordings in groups of one meaning
     * @param similarity see {@link SimilarityFrame}: wordings of one meaning
     * @param entailment see {@link EntailmentFrame}: a sentence
     * @param detail see {@link DetailFrame}
     */
    record FrameTable(
            @Nullable Integer weight,
            @Nullable Contrast contrast,
            @Nullable List<List<String>> paraphrase,
            @Nullable List<String> similarity,
            @Nullable String entailment,
            @Nullable Detail detail) {}

    /**
     * Sentences that differ by label.
     *
     * @param given wordings of the first sentence; none when a task has only one
     * @param labels for each label wordings of the other sentence
     * @param told texts to read
     */
    record Contrast(
            @Nullable List<String> given,
            List<List<String>> labels,
            @Nullable List<String> told) {}

    /**
     * A sentence with details.
     *
     * @param sentence its details are in brackets
     * @param shown how many details a sentence has
     * @param questions questions for a detail, by its slot
     */
    record Detail(String sentence, int shown, Map<String, List<String>> questions) {}
}
