package dev.touchstone.run.logits;

import dev.touchstone.config.RunConfiguration.LogitChoice;
import dev.touchstone.result.DistributionComparison;
import dev.touchstone.result.SuiteResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Logits of a run: of each suite those of the first variant are kept in a file while the others are compared with them, one model after the other. The
 * file is deleted at the end, unless logits are to be kept.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class RunLogits implements AutoCloseable {

    private final LogitChoice choice;
    private final boolean isCompared;
    private final long mostBytes;
    private final Map<String, Map<String, SuiteLogits>> suites = new LinkedHashMap<>();

    /**
     * @param isCompared whether there are several variants
     * @param mostBytes of the file of one suite under one variant
     */
    public RunLogits(LogitChoice choice, boolean isCompared, long mostBytes) {
        this.choice = choice;
        this.isCompared = isCompared;
        this.mostBytes = mostBytes;
    }

    /**
     * What takes the positions of a suite under a variant; empty if nobody wants them.
     *
     * @param suite a key that the variants of a suite on the same items have in common
     * @param precision tells them apart
     * @param file where logits may be kept
     * @param places of all items that are planned, from 0
     */
    public synchronized Optional<PositionRecorder> recorder(
            String suite, String precision, Path file, Map<String, Integer> places) {
        if (choice == LogitChoice.OFF || (choice == LogitChoice.COMPARE && !isCompared)) {
            return Optional.empty();
        }
        Map<String, SuiteLogits> variants = suites.computeIfAbsent(suite, key -> new LinkedHashMap<>());
        SuiteLogits base = variants.values().stream().findFirst().orElse(null);
        boolean isKept = base == null || choice == LogitChoice.KEEP;
        SuiteLogits logits = new SuiteLogits(isKept ? new KeptLogits(file, places, mostBytes) : null, base);
        variants.put(precision, logits);
        return Optional.of(logits);
    }

    /** Each variant with the first one that ran, for suites of which logits were told. */
    public synchronized List<DistributionComparison> comparisons(List<SuiteResult> results) {
        List<DistributionComparison> comparisons = new ArrayList<>();
        for (SuiteResult candidate : results) {
            Map<String, SuiteLogits> variants = suites.getOrDefault(key(candidate), Map.of());
            SuiteLogits own = variants.get(candidate.variant().precision());
            if (own != null && own.isCompared()) {
                String first = variants.keySet().iterator().next();
                find(results, candidate, first)
                        .ifPresent(baseline -> comparisons.add(own.comparison(baseline, candidate)));
            }
        }
        return comparisons;
    }

    private static Optional<SuiteResult> find(List<SuiteResult> results, SuiteResult like, String precision) {
        return results.stream()
                .filter(result -> key(result).equals(key(like)))
                .filter(result -> result.variant().precision().equals(precision))
                .findFirst();
    }

    private static String key(SuiteResult suite) {
        return key(suite.suite(), suite.variant().form(), suite.dataSha256());
    }

    /** What the variants of a suite on the same items have in common. */
    public static String key(String suite, @Nullable String form, String dataSha256) {
        return suite + " " + form + " " + dataSha256;
    }

    /** Deletes what was only needed to compare. */
    @Override
    public synchronized void close() {
        suites.values()
                .forEach(variants -> variants.values().forEach(logits -> logits.finish(choice == LogitChoice.KEEP)));
        suites.clear();
    }
}
