package dev.touchstone.training.data;

import dev.touchstone.model.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Turns documents into tokens. For a byte-level tokenizer that changes no text. Safe for several threads. */
@API(status = Status.INTERNAL, since = "0.1")
public final class DocumentEncoder {

    private final Tokenizer tokenizer;
    private final int end;
    /** Bytes that each token stands for. */
    private final int[] lengths;

    /**
     * An encoder.
     *
     * @throws IllegalArgumentException if the tokenizer has no token for the end of a text
     */
    public DocumentEncoder(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.end = tokenizer
                .eos()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the tokenizer names no end-of-sequence token; write eos_token into tokenizer_config.json"));
        this.lengths = new int[tokenizer.vocabularySize()];
        for (int id = 0; id < lengths.length; id++) {
            lengths[id] = tokenizer.decode(new int[] {id}).length;
        }
    }

    /** Encodes a document. */
    public EncodedDocument encode(Document document) {
        int[] text = tokenizer.encode(document.text(), false);
        int first = document.isMarked() ? 1 : 0;
        int last = document.endWeight() > 0 ? 1 : 0;
        int[] tokens = new int[first + text.length + last];
        float[] weights = new float[tokens.length];
        Arrays.fill(tokens, end);
        System.arraycopy(text, 0, tokens, first, text.length);
        weigh(document.segments(), text, weights, first);
        if (last == 1) {
            weights[tokens.length - 1] = document.endWeight();
        }
        return new EncodedDocument(document.part(), tokens, weights);
    }

    private void weigh(List<Segment> segments, int[] tokens, float[] weights, int first) {
        int[] ends = ends(segments);
        int segment = 0;
        int start = 0;
        for (int i = 0; i < tokens.length; i++) {
            while (segment < ends.length - 1 && start >= ends[segment]) {
                segment++;
            }
            weights[first + i] = segments.get(segment).weight();
            start += lengths[tokens[i]];
        }
        requireWholeText(start, ends);
    }

    /** The byte at which each segment ends; whitespace at its end belongs to the next one. */
    private static int[] ends(List<Segment> segments) {
        int[] ends = new int[segments.size()];
        int bytes = 0;
        for (int i = 0; i < ends.length; i++) {
            String text = Objects.requireNonNull(segments.get(i)).text();
            boolean isLast = i == ends.length - 1;
            ends[i] = bytes + utf8Length(isLast ? text : text.stripTrailing());
            bytes += utf8Length(text);
        }
        return ends;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void requireWholeText(int decoded, int[] ends) {
        int expected = ends.length == 0 ? 0 : ends[ends.length - 1];
        if (decoded != expected) {
            throw new IllegalArgumentException("the tokens of a document stand for " + decoded
                    + " bytes, but its text has " + expected + "; use a byte-level tokenizer without a normalizer");
        }
    }
}
