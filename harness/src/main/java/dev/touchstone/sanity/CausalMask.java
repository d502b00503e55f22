package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.suites.Suite.Subject;
import java.util.List;
import java.util.TreeSet;

/** A later token never changes an earlier logit, bit for bit. */
final class CausalMask implements Inspection {

    /** Somewhat above a power of 2: engines work in vectors and blocks of such sizes, and the last one shall be a part. */
    private static final int TOKENS = 35;

    @Override
    public Subject subject() {
        return Subjects.subject("causal-mask", "Causal mask", Subjects.COMPUTATION);
    }

    @Override
    public String statement() {
        return "Another token at a later position changes no bit of the logits at an earlier one, and some bits at its own.";
    }

    @Override
    public Finding inspect(InspectableModel model) {
        int[] tokens = SampleTokens.of(model, TOKENS);
        float[][] logits = model.logits(TokenFeed.whole(tokens));
        TreeSet<Integer> cuts = new TreeSet<>(List.of(1, (tokens.length + 1) / 2, tokens.length - 1));
        Difference earlier = new Difference(0, 0, -1, 0);
        int blind = 0;
        for (int cut : cuts) {
            float[][] changed = model.logits(TokenFeed.whole(withOthersFrom(cut, tokens, model)));
            earlier = earlier.plus(Difference.between(logits, changed, cut));
            blind += Difference.between(logits, changed, cut + 1).different() == 0 ? 1 : 0;
        }
        return Finding.of(
                earlier.isNone() && blind == 0,
                text(cuts, earlier, blind),
                Figures.numbers(
                        "tokens", tokens.length,
                        "changes", cuts.size(),
                        "earlierPositions", earlier.rows(),
                        "earlierPositionsThatDiffer", earlier.different(),
                        "largestDifference", earlier.largest(),
                        "changesWithoutEffect", blind));
    }

    private static int[] withOthersFrom(int cut, int[] tokens, InspectableModel model) {
        int[] changed = tokens.clone();
        for (int i = cut; i < tokens.length; i++) {
            changed[i] = (tokens[i] + 1) % model.tokenizer().vocabularySize();
        }
        return changed;
    }

    private static String text(TreeSet<Integer> cuts, Difference earlier, int blind) {
        String leak = earlier.isNone()
                ? "all " + earlier.rows() + " earlier positions keep their bits"
                : "of the earlier positions, " + earlier.inWords();
        String effect = blind == 0 ? "" : "; " + blind + " of the changes changed nothing even at their own position";
        return "other tokens from position "
                + String.join(", ", cuts.stream().map(String::valueOf).toList()) + " on: " + leak + effect;
    }
}
