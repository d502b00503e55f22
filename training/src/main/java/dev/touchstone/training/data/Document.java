package dev.touchstone.training.data;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One text to learn from. Its segments are encoded as one text, as an evaluation encodes a context with its continuation: a token has the weight
 * of the segment in which it starts, where whitespace at the end of a segment counts to the next one.
 *
 * @param part the part of the corpus, for reports of the loss
 * @param segments the text in order
 * @param isMarked whether {@code <|endoftext|>} stands before the text, as before a text whose every token is evaluated
 * @param endWeight how much {@code <|endoftext|>} counts as the token after the text; 0 if the text doesn't end there
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Document(String part, List<Segment> segments, boolean isMarked, float endWeight) {

    /** Copies the segments. */
    public Document {
        segments = List.copyOf(segments);
    }

    /** Text of which everything is learned, also its beginning and its end. */
    public static Document text(String part, String text) {
        return new Document(part, List.of(new Segment(text, 1)), true, 1);
    }

    /** A continuation to learn after a context that is given. */
    public static Document answer(String part, String context, String continuation) {
        return new Document(part, List.of(new Segment(context, 0), new Segment(continuation, 1)), false, 0);
    }

    /** The whole text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        segments.forEach(segment -> text.append(segment.text()));
        return text.toString();
    }
}
