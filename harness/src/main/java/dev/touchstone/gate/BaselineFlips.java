package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration;
import dev.touchstone.metrics.paired.McNemar;
import dev.touchstone.metrics.paired.PairedDifference;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.BaselineComparison;
import dev.touchstone.result.BaselineComparison.Flip;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was lost and gained since a baseline, item by item. It decides nothing: gates do. */
final class BaselineFlips {

    private final Baseline baseline;
    private final GateConfiguration configuration;

    BaselineFlips(Baseline baseline, GateConfiguration configuration) {
        this.baseline = baseline;
        this.configuration = configuration;
    }

    /** Empty when the suite can't be compared, which its gates say, or has no right and wrong answers. */
    Optional<BaselineComparison> of(SuiteResult suite) {
        try {
            SuiteItems before = baseline.suite(suite.suite(), suite.variant().id());
            boolean part = configuration.comparesPart(suite.finished());
            Comparison compared = Comparison.of(
                    Comparison.RIGHT, Pairs.of(before, SuiteItems.of(suite), part), baseline.comparedWith(before));
            return compared.n() == 0 ? Optional.empty() : Optional.of(of(suite, compared));
        } catch (ComparisonRefused e) {
            return Optional.empty();
        }
    }

    private static BaselineComparison of(SuiteResult suite, Comparison compared) {
        PairedOutcomes outcomes = compared.outcomes();
        return new BaselineComparison(
                suite,
                compared.with(),
                outcomes,
                compared.changedAnswers(),
                compared.leftOut() + compared.pairs().unmatched(),
                flips(compared.pairs()),
                PairedDifference.ofAccuracies(outcomes),
                McNemar.exact(outcomes));
    }

    private static List<Flip> flips(Pairs pairs) {
        List<Flip> flips = new ArrayList<>();
        for (int i = 0; i < pairs.baseline().size(); i++) {
            ItemSummary then = pairs.baseline().get(i);
            ItemSummary now = pairs.candidate().get(i);
            if (then.right() != now.right()) {
                flips.add(new Flip(now.id(), then.outcome(), now.outcome(), then.answer()));
            }
        }
        return flips;
    }
}
