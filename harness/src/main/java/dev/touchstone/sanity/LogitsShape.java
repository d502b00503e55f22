package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.suites.Suite.Subject;

/** After each token as many logits as the vocabulary has tokens, all finite. */
final class LogitsShape implements Inspection {

    private static final int TOKENS = 8;

    @Override
    public Subject subject() {
        return Subjects.subject("logits", "Shape of the logits", Subjects.COMPUTATION);
    }

    @Override
    public String statement() {
        return "After each token there are as many logits as the vocabulary has tokens, all of them finite numbers, and the tokenizer makes"
                + " no token beyond them.";
    }

    @Override
    public Finding inspect(InspectableModel model) {
        int[] tokens = SampleTokens.of(model, TOKENS);
        float[][] logits = model.logits(TokenFeed.whole(tokens));
        int vocabulary = model.shape().vocabulary();
        int tokenizer = model.tokenizer().vocabularySize();
        Range range = Range.of(logits);
        boolean holds = logits.length == tokens.length
                && range.fewest == vocabulary
                && range.most == vocabulary
                && range.notFinite == 0
                && tokenizer <= vocabulary;
        String counts = range.fewest == range.most
                ? Figures.count(range.most)
                : Figures.count(range.fewest) + " to " + Figures.count(range.most);
        return Finding.of(
                holds,
                logits.length + " rows for " + tokens.length + " tokens, " + counts
                        + " logits each for a vocabulary of "
                        + Figures.count(vocabulary) + " (tokenizer " + Figures.count(tokenizer) + "), "
                        + (range.notFinite == 0 ? "all finite" : range.notFinite + " not finite") + ", from "
                        + Figures.decimal(range.least) + " to " + Figures.decimal(range.greatest),
                Figures.numbers(
                        "tokens", tokens.length,
                        "rows", logits.length,
                        "fewestLogits", range.fewest,
                        "mostLogits", range.most,
                        "vocabulary", vocabulary,
                        "tokenizerVocabulary", tokenizer,
                        "notFinite", range.notFinite,
                        "least", range.least,
                        "greatest", range.greatest));
    }

    private static final class Range {

        private int fewest = Integer.MAX_VALUE;
        private int most;
        private int notFinite;
        private double least = Double.NaN;
        private double greatest = Double.NaN;

        static Range of(float[][] logits) {
            Range range = new Range();
            for (float[] row : logits) {
                range.fewest = Math.min(range.fewest, row.length);
                range.most = Math.max(range.most, row.length);
                for (float logit : row) {
                    range.add(logit);
                }
            }
            range.fewest = Math.min(range.fewest, range.most);
            return range;
        }

        private void add(float logit) {
            if (!Float.isFinite(logit)) {
                notFinite++;
                return;
            }
            least = Double.isNaN(least) ? logit : Math.min(least, logit);
            greatest = Double.isNaN(greatest) ? logit : Math.max(greatest, logit);
        }
    }
}
