package dev.touchstone.run.logits;

import dev.touchstone.model.ScoredPosition;
import dev.touchstone.result.DistributionComparison;
import dev.touchstone.result.SuiteResult;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A suite under one variant: keeps logits for later variants, compares with the first one, or both. Why it could not is remembered. */
final class SuiteLogits implements PositionRecorder {

    private final @Nullable KeptLogits own;
    private final @Nullable SuiteLogits base;
    private final Map<String, Differences> differences = new LinkedHashMap<>();
    private float[][] memory = {};
    private @Nullable String failure;

    /**
     * @param own where this variant's logits are kept; null if nobody needs them
     * @param base what to compare with; null for the first variant
     */
    SuiteLogits(@Nullable KeptLogits own, @Nullable SuiteLogits base) {
        this.own = own;
        this.base = base;
    }

    @Override
    public synchronized void begin(String item) {
        differences.remove(item);
        if (own != null) {
            own.begin(item);
        }
    }

    /** What can't be written does not stop an evaluation. */
    @Override
    public synchronized void scored(String item, boolean right, ScoredPosition position) {
        if (failure != null) {
            return;
        }
        try {
            if (own != null) {
                own.add(item, right, position);
            }
            if (base != null) {
                compare(item, right, position, base);
            }
        } catch (UncheckedIOException e) {
            failure = "logits could not be kept: " + e.getCause();
        }
    }

    private void compare(String item, boolean right, ScoredPosition position, SuiteLogits with) {
        KeptLogits logits = with.own;
        KeptItem kept = logits == null ? null : logits.item(item);
        if (kept == null || logits.vocabulary() != position.vocabulary()) {
            return;
        }
        if (memory.length == 0) {
            memory = new float[2][position.vocabulary()];
        }
        differences.computeIfAbsent(item, id -> new Differences(kept)).add(right, position, logits, memory);
    }

    /** Whether logits of the first variant are there to be compared with. */
    synchronized boolean isCompared() {
        return base != null && (base.failure != null || (base.own != null && !base.own.isEmpty()));
    }

    /** The comparison, in the items' order. */
    synchronized DistributionComparison comparison(SuiteResult baseline, SuiteResult candidate) {
        String why = failure != null || base == null ? failure : base.failure;
        return DistributionSummary.of(baseline, candidate, differences, why);
    }

    synchronized void finish(boolean keep) {
        if (own == null || failure != null) {
            return;
        }
        if (keep) {
            own.writeIndex();
            own.close();
        } else {
            own.delete();
        }
    }
}
