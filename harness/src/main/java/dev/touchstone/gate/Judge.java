package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration;
import dev.touchstone.config.GateKind;
import dev.touchstone.gate.EstimateGates.Measured;
import dev.touchstone.gate.EstimateGates.Unit;
import dev.touchstone.gate.ShareGates.Counted;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Ratio;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what a run says of the gates of one kind. */
final class Judge {

    private static final Set<String> ERRORS = Set.of("brier", "log_loss", "ece", "mae", "mse", "rmse");

    private static final Set<String> BETTER_WHEN_LOWER = Set.of("word_perplexity", "byte_perplexity", "bits_per_byte");

    private final GateConfiguration configuration;
    private final @Nullable Baseline baseline;
    private final List<PlannedGate> gates;
    private final PairedGates paired;
    private final ScoreGates scores;
    private final ShareGates shares;
    private final EstimateGates estimates;

    /** @param gates all gates of the kind; the headline is over them */
    Judge(GateConfiguration configuration, @Nullable Baseline baseline, List<PlannedGate> gates) {
        this.configuration = configuration;
        this.baseline = baseline;
        this.gates = gates;
        this.paired = new PairedGates(configuration.decision());
        this.scores = new ScoreGates(configuration.decision());
        this.shares = new ShareGates(configuration.decision());
        this.estimates = new EstimateGates(configuration.decision());
    }

    /**
     * Looks at a gate.
     *
     * @throws ComparisonRefused if it can't be judged
     */
    Assessment find(PlannedGate gate, RunResult run) {
        if (gate.isHeadline()) {
            return headline(gate, run);
        }
        SuiteResult suite = finished(gate, run);
        return switch (gate.kind()) {
            case REGRESSION, NON_INFERIORITY -> worse(gate, suite);
            case FLIPS -> flips(gate, suite);
            case LENGTH -> length(gate, suite);
            case PERPLEXITY -> perplexity(gate, suite);
            case MINIMUM -> minimum(gate, suite);
            case NO_ANSWER -> shares.atMost(gate, noAnswer(suite));
            case ERROR -> shares.certain(gate, errors(suite));
        };
    }

    /** A suite that a sequential gate may have stopped is judged by what there is: its test allows for that. */
    private SuiteResult finished(PlannedGate gate, RunResult run) {
        SuiteResult suite = Gates.suite(run, gate.suite(), gate.variant())
                .orElseThrow(() -> new ComparisonRefused("suite '" + gate.suite() + "' was not run"));
        if (!suite.finished() && !configuration.decision().sequential()) {
            throw new ComparisonRefused("suite '" + gate.suite() + "' was stopped after "
                    + suite.outcomes().total() + " of " + suite.planned() + " items; run again to resume");
        }
        return suite;
    }

    private Assessment worse(PlannedGate gate, SuiteResult suite) {
        Comparison compared = compare(suite);
        boolean regression = gate.kind() == GateKind.REGRESSION;
        double excluded = regression
                ? configuration.comparison().detect(gate.suite(), gate.limit().most())
                : gate.limit().most();
        if (!compared.isBinary()) {
            return scores.judge(gate, excluded, compared);
        }
        return regression ? paired.regression(gate, excluded, compared) : paired.nonInferiority(gate, compared);
    }

    /** Over the suites that can be compared; what is wrong with the others their own gates say. */
    private Assessment headline(PlannedGate gate, RunResult run) {
        List<Comparison> compared = gates.stream()
                .filter(other -> !other.isHeadline() && other.variant().equals(gate.variant()))
                .map(other -> comparable(other, run))
                .filter(Objects::nonNull)
                .filter(Comparison::isBinary)
                .toList();
        if (compared.isEmpty()) {
            throw new ComparisonRefused("no suite can be compared");
        }
        return paired.headline(
                gate, configuration.comparison().detect("", gate.limit().most()), compared);
    }

    private @Nullable Comparison comparable(PlannedGate gate, RunResult run) {
        try {
            return compare(finished(gate, run));
        } catch (ComparisonRefused e) {
            return null;
        }
    }

    private Comparison compare(SuiteResult suite) {
        SuiteItems before = before(suite);
        String metric = configuration.comparison().metric().of(suite.suite()).orElseGet(() -> firstScore(suite));
        Comparison compared =
                Comparison.of(metric, pairs(suite, before), baseline().comparedWith(before));
        if (compared.n() == 0) {
            throw new ComparisonRefused("no item of suite '" + suite.suite() + "' has a value of metric '" + metric
                    + "' in both runs; legal: " + String.join(", ", scoreNames(suite)));
        }
        return compared;
    }

    private SuiteItems before(SuiteResult suite) {
        return baseline().suite(suite.suite(), suite.variant().id());
    }

    private Pairs pairs(SuiteResult suite, SuiteItems before) {
        return Pairs.of(before, SuiteItems.of(suite), configuration.comparesPart(suite.finished()));
    }

    private Assessment flips(PlannedGate gate, SuiteResult suite) {
        Comparison compared = compare(suite);
        PairedOutcomes outcomes = compared.outcomes();
        return shares.atMost(
                gate,
                new Counted(
                        "items that are right in one run only (" + outcomes.lost() + " lost, " + outcomes.gained()
                                + " gained)",
                        outcomes.flips(),
                        outcomes.n(),
                        compared.with()));
    }

    private Assessment length(PlannedGate gate, SuiteResult suite) {
        SuiteItems before = before(suite);
        Pairs pairs = pairs(suite, before).with(item -> item.amount(ItemSummary.GENERATED_TOKENS));
        Estimate ratio = Ratio.of(
                Pairs.values(pairs.candidate(), item -> item.amount(ItemSummary.GENERATED_TOKENS)),
                Pairs.values(pairs.baseline(), item -> item.amount(ItemSummary.GENERATED_TOKENS)));
        return estimates.judge(
                gate,
                new Measured(
                        "generated tokens by the baseline's",
                        ratio,
                        Unit.ITSELF,
                        baseline().comparedWith(before)));
    }

    /** The logarithm of the ratio is a ratio itself: nats that were lost by bytes of text. So it is judged, and told as what it is a logarithm of. */
    private Assessment perplexity(PlannedGate gate, SuiteResult suite) {
        SuiteItems before = before(suite);
        Pairs pairs = pairs(suite, before).with(item -> item.amount(ItemSummary.LOGLIKELIHOOD));
        double[] lost = new double[pairs.baseline().size()];
        for (int i = 0; i < lost.length; i++) {
            lost[i] = pairs.baseline().get(i).amount(ItemSummary.LOGLIKELIHOOD)
                    - pairs.candidate().get(i).amount(ItemSummary.LOGLIKELIHOOD);
        }
        Estimate logarithm = Ratio.of(lost, Pairs.values(pairs.candidate(), item -> item.amount(ItemSummary.BYTES)));
        return estimates.judge(
                gate,
                new Measured(
                        "perplexity by the baseline's",
                        logarithm,
                        Unit.LOGARITHM,
                        baseline().comparedWith(before)));
    }

    private Assessment minimum(PlannedGate gate, SuiteResult suite) {
        String metric = gate.metric();
        if (ERRORS.contains(metric)) {
            throw new ComparisonRefused(
                    "metric '" + metric + "' is better when it is lower, and can't be at least something");
        }
        if (BETTER_WHEN_LOWER.contains(metric)) {
            throw new ComparisonRefused("metric '" + metric + "' is better when it is lower; use gate.perplexity");
        }
        List<ItemSummary> valued = SuiteItems.of(suite).items().stream()
                .filter(item -> item.scores().containsKey(metric))
                .toList();
        boolean share = !valued.isEmpty()
                && valued.stream()
                        .mapToDouble(item -> item.scores().get(metric))
                        .allMatch(x -> x == 0 || x == 1);
        if (!share) {
            return estimates.judge(gate, new Measured(metric, suite.metrics().get(metric), Unit.ITSELF, null));
        }
        double least = gate.limit().least();
        if (!(least >= 0 && least <= 1)) {
            throw new ComparisonRefused("metric '" + metric + "' is a share, and can't be at least " + least
                    + "; write a share, such as 25%");
        }
        int right = (int)
                valued.stream().filter(item -> item.scores().get(metric) == 1).count();
        return shares.atLeast(gate, new Counted(metric, right, valued.size(), null));
    }

    private static Counted noAnswer(SuiteResult suite) {
        return new Counted(
                "items without an answer",
                suite.outcomes().noAnswer(),
                suite.outcomes().judged(),
                null);
    }

    private static Counted errors(SuiteResult suite) {
        return new Counted(
                "items that could not be evaluated",
                suite.outcomes().error(),
                suite.outcomes().total(),
                null);
    }

    private static String firstScore(SuiteResult suite) {
        List<String> names = scoreNames(suite);
        return suite.metrics().keySet().stream()
                .filter(names::contains)
                .findFirst()
                .orElse(Comparison.RIGHT);
    }

    private static List<String> scoreNames(SuiteResult suite) {
        return suite.subjects().stream()
                .flatMap(subject -> subject.items().stream())
                .flatMap(item -> item.scores().keySet().stream())
                .distinct()
                .toList();
    }

    private Baseline baseline() {
        return Objects.requireNonNull(baseline, "a gate that compares was planned without a baseline");
    }
}
