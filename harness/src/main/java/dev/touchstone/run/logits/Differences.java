package dev.touchstone.run.logits;

import dev.touchstone.metrics.LogitPair;
import dev.touchstone.model.ScoredPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a variant's distributions differ from the base's at the kept positions of one item. */
final class Differences {

    private final KeptItem base;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Double> divergences = new ArrayList<>();
    private final List<Double> logRatios = new ArrayList<>();
    private final List<Double> gains = new ArrayList<>();
    private int same;

    Differences(KeptItem base) {
        this.base = base;
    }

    /**
     * Compares a position, if it is kept: the distributions once, and the token if it is one of the right text.
     *
     * @param both memory for the logits of both
     */
    void add(boolean right, ScoredPosition position, KeptLogits logits, float[][] both) {
        int before = numbers.size();
        int number = numbers.computeIfAbsent(position.prefix(), prefix -> before);
        KeptItem.Row row = base.row(number);
        if (row == null || (number < before && !right)) {
            return;
        }
        logits.read(row, both[0]);
        position.logits(both[1]);
        LogitPair pair = LogitPair.of(both[0], both[1]);
        if (number == before) {
            divergences.add(pair.kl());
            same += pair.sameBest() ? 1 : 0;
        }
        if (right) {
            double was = both[0][position.token()] - pair.first();
            double is = both[1][position.token()] - pair.second();
            logRatios.add(was - is);
            gains.add(StrictMath.exp(is) - StrictMath.exp(was));
        }
    }

    /** KL in nats, of each position. */
    List<Double> divergences() {
        return divergences;
    }

    /** Positions where both find the same token most probable. */
    int same() {
        return same;
    }

    /** ln P of the base less ln P of the variant, of each right token. */
    List<Double> logRatios() {
        return logRatios;
    }

    /** P of the variant less P of the base, of each right token. */
    List<Double> gains() {
        return gains;
    }
}
