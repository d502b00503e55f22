package dev.touchstone.training.tokenizer;

import dev.touchstone.training.tokenizer.BytePairs.Merge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Learns a byte-level BPE vocabulary (Sennrich and others, arXiv 1508.07909): again and again the most frequent pair of neighbouring tokens becomes
 * a token; among equally frequent pairs the one of smaller ids. The same texts give the same vocabulary.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class BpeTrainer {

    private final int vocabulary;
    private final int longest;
    private final Map<String, Long> pieces = new TreeMap<>();

    /**
     * A trainer.
     *
     * @param vocabulary most tokens to have, with the special one and the bytes
     * @param longest most bytes of a token, so that phrases that come again and again don't each become one
     */
    public BpeTrainer(int vocabulary, int longest) {
        if (vocabulary < BytePairs.FIRST_MERGE) {
            throw new IllegalArgumentException("a byte-level vocabulary has at least " + BytePairs.FIRST_MERGE
                    + " tokens, not " + vocabulary + "; ask for more");
        }
        this.vocabulary = vocabulary;
        this.longest = longest;
    }

    /** Counts a text. */
    public void add(String text) {
        PreTokens.split(text, piece -> pieces.merge(piece, 1L, Long::sum));
    }

    /** Learns from the texts that were added; fewer tokens than asked for when no pair is left that comes twice. */
    public BytePairs train() {
        PairCounts pairs = new PairCounts(longest);
        pieces.forEach((piece, count) -> pairs.add(bytes(piece), count));
        List<Merge> merges = new ArrayList<>();
        while (BytePairs.FIRST_MERGE + merges.size() < vocabulary) {
            Merge best = pairs.mergeBest(BytePairs.FIRST_MERGE + merges.size());
            if (best == null) {
                break;
            }
            merges.add(best);
        }
        return new BytePairs(merges);
    }

    private static int[] bytes(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        int[] ids = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ids[i] = BytePairs.FIRST_BYTE + (bytes[i] & 0xFF);
        }
        return ids;
    }
}
