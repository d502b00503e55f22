package dev.touchstone.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A sequence of tokens and how a model is to compute it.
 *
 * @param parts computed one after the other, each on the keys and values that the parts before it left; none of them empty
 * @param firstPosition position of the first token, at least 0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record TokenFeed(List<int[]> parts, int firstPosition) {

    public TokenFeed {
        parts = List.copyOf(parts);
        if (parts.stream().anyMatch(part -> part.length == 0)) {
            throw new IllegalArgumentException("a part of the feed has no token; leave it out");
        }
        if (firstPosition < 0) {
            throw new IllegalArgumentException("firstPosition must be at least 0, but is " + firstPosition);
        }
    }

    /** All tokens at once, from position 0 on. */
    public static TokenFeed whole(int... tokens) {
        return new TokenFeed(List.of(tokens), 0);
    }

    /** Parts of {@code step} tokens, the last one possibly shorter, from position 0 on. */
    public static TokenFeed inSteps(int[] tokens, int step) {
        List<int[]> parts = new ArrayList<>();
        for (int from = 0; from < tokens.length; from += step) {
            parts.add(Arrays.copyOfRange(tokens, from, Math.min(tokens.length, from + step)));
        }
        return new TokenFeed(parts, 0);
    }

    /** The same tokens at later positions. */
    public TokenFeed from(int position) {
        return new TokenFeed(parts, position);
    }

    /** The whole sequence. */
    public int[] tokens() {
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
