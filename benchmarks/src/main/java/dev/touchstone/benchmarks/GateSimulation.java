package dev.touchstone.benchmarks;

import dev.touchstone.gate.RegressionRule;
import dev.touchstone.gate.SequentialRule;
import dev.touchstone.gate.Strength;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.Holm;
import dev.touchstone.metrics.RandomBits;
import dev.touchstone.metrics.ShareTest;
import dev.touchstone.metrics.paired.McNemar;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.metrics.paired.PairedPower;
import dev.touchstone.metrics.paired.Stratified;
import dev.touchstone.result.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How often gates are wrong: false failures without any change, power for real drops, several suites, and looking after each item. Prints Markdown;
 * {@code docs/gates-simulation.md} is what it printed. The same seed prints the same numbers.
 */
public final class GateSimulation {

    private static final int PAIRS = 4_000;
    private static final int SEQUENTIAL_PAIRS = 2_000;
    private static final double LEVEL = 0.05;
    private static final double DETECT = 0.02;
    private static final RegressionRule RULE = new RegressionRule(0, DETECT);
    private static final double[] FLIPS = {0.01, 0.05, 0.15, 0.4};

    /** A small sample, C-Eval's validation items, a large suite, and MMLU's test items. */
    private static final int[] ITEMS = {100, 1346, 5000, 14042};

    private final RandomBits random;

    private GateSimulation(long seed) {
        this.random = RandomBits.seeded(seed);
    }

    /** @param args the seed; 20261125 when there is none */
    public static void main(String[] args) {
        GateSimulation simulation = new GateSimulation(args.length == 0 ? 20261125 : Long.parseLong(args[0]));
        simulation.withoutChange();
        simulation.withDrops();
        simulation.withMargin();
        simulation.withSeveralSuites();
        simulation.looking();
    }

    private void withoutChange() {
        heading("No change: false failures", "items | flips % | fails % | 95 % interval | passes % | inconclusive %");
        for (int items : ITEMS) {
            for (double flips : FLIPS) {
                Tally tally = tally(() -> verdict(new SimulatedPairs(flips, 0).draw(items, random)));
                print(
                        "%d | %.0f | %s | %s | %s",
                        items,
                        100 * flips,
                        tally.share(Verdict.FAIL),
                        tally.percent(Verdict.PASS),
                        tally.percent(Verdict.INCONCLUSIVE));
            }
        }
    }

    private void withDrops() {
        heading(
                "Real drops: power",
                "items | flips % | drop, points | predicted % | fails % | 95 % interval | passes %");
        PairedPower power = PairedPower.of(LEVEL, 0);
        for (int items : ITEMS) {
            for (double flips : new double[] {0.05, 0.15}) {
                for (double drop : new double[] {0.01, 0.02, 0.05}) {
                    Tally tally = tally(() -> verdict(new SimulatedPairs(flips, drop).draw(items, random)));
                    print(
                            "%d | %.0f | %.0f | %.1f | %s | %s",
                            items,
                            100 * flips,
                            100 * drop,
                            100 * power.power(items, flips, drop),
                            tally.share(Verdict.FAIL),
                            tally.percent(Verdict.PASS));
                }
            }
        }
    }

    private void withMargin() {
        heading("A margin of 1 point, 1,346 items, 15 % flips", "drop, points | predicted % | fails % | 95 % interval");
        RegressionRule generous = new RegressionRule(0.01, DETECT);
        PairedPower power = PairedPower.of(LEVEL, 0.01);
        for (double drop : new double[] {0, 0.01, 0.02, 0.05}) {
            Tally tally = tally(() -> {
                Strength strength = generous.strength(new SimulatedPairs(0.15, drop).draw(1346, random));
                return strength.verdict(strength.against(), LEVEL);
            });
            print("%.0f | %.1f | %s", 100 * drop, 100 * power.power(1346, 0.15, drop), tally.share(Verdict.FAIL));
        }
    }

    /** Five suites of different sizes, their headline, and Holm's correction over the six. */
    private void withSeveralSuites() {
        heading(
                "Five suites of 200 to 3,000 items, 10 % flips, and their headline",
                "drop, points | in | any gate fails % | 95 % interval");
        int[] sizes = {200, 500, 1000, 1346, 3000};
        for (int changed : new int[] {0, 1, 5}) {
            double drop = changed == 0 ? 0 : 0.03;
            Tally tally = tally(() -> {
                List<PairedOutcomes> suites = new ArrayList<>();
                for (int i = 0; i < sizes.length; i++) {
                    double own = i >= sizes.length - changed ? drop : 0;
                    suites.add(new SimulatedPairs(0.1, own).draw(sizes[i], random));
                }
                suites.add(0, Stratified.pooled(List.copyOf(suites)));
                return anyFails(suites) ? Verdict.FAIL : Verdict.PASS;
            });
            print("%.0f | %s | %s", 100 * drop, changed == 5 ? "all" : changed + " of 5", tally.share(Verdict.FAIL));
        }
    }

    private static boolean anyFails(List<PairedOutcomes> suites) {
        List<Strength> strengths = suites.stream().map(RULE::strength).toList();
        double[] adjusted =
                Holm.adjust(strengths.stream().mapToDouble(Strength::against).toArray());
        for (int i = 0; i < adjusted.length; i++) {
            if (strengths.get(i).verdict(adjusted[i], LEVEL) == Verdict.FAIL) {
                return true;
            }
        }
        return false;
    }

    private void looking() {
        heading(
                "Looking after each of up to 3,000 items, 10 % flips",
                "drop, points | sequential: fails % | 95 % interval | passes % | items on average | "
                        + "McNemar looked at after each: fails %");
        for (double drop : new double[] {0, 0.01, 0.02, 0.05}) {
            Looked looked = new Looked(new SimulatedPairs(0.1, drop), new SequentialRule(0, DETECT));
            for (int i = 0; i < SEQUENTIAL_PAIRS; i++) {
                looked.run(3000, random);
            }
            print(
                    "%.0f | %s | %s | %d | %s",
                    100 * drop,
                    looked.tally.share(Verdict.FAIL),
                    looked.tally.percent(Verdict.PASS),
                    looked.items / SEQUENTIAL_PAIRS,
                    looked.naive.percent(Verdict.FAIL));
        }
    }

    /** Runs that are looked at after each item, by the sequential rule and by a test that was not made for that. */
    private static final class Looked {

        private final SimulatedPairs pairs;
        private final SequentialRule rule;
        private final Tally tally = new Tally();
        private final Tally naive = new Tally();
        private long items;

        Looked(SimulatedPairs pairs, SequentialRule rule) {
            this.pairs = pairs;
            this.rule = rule;
        }

        void run(int most, RandomBits random) {
            Verdict verdict = Verdict.INCONCLUSIVE;
            Verdict careless = Verdict.INCONCLUSIVE;
            int lost = 0;
            int gained = 0;
            int decidedAt = most;
            for (int n = 1; n <= most; n++) {
                int item = pairs.next(random);
                lost += item > 0 ? 1 : 0;
                gained += item < 0 ? 1 : 0;
                PairedOutcomes outcomes = SimulatedPairs.counts(n, lost, gained);
                if (verdict == Verdict.INCONCLUSIVE) {
                    verdict = rule.verdict(outcomes, LEVEL);
                    decidedAt = verdict == Verdict.INCONCLUSIVE ? most : n;
                }
                if (item > 0 && McNemar.exact(outcomes).worse() <= LEVEL) {
                    careless = Verdict.FAIL;
                }
            }
            tally.add(verdict);
            naive.add(careless);
            items += decidedAt;
        }
    }

    private static Verdict verdict(PairedOutcomes outcomes) {
        Strength strength = RULE.strength(outcomes);
        return strength.verdict(strength.against(), LEVEL);
    }

    private static Tally tally(Supplier<Verdict> draw) {
        Tally tally = new Tally();
        for (int i = 0; i < PAIRS; i++) {
            tally.add(draw.get());
        }
        return tally;
    }

    /** How often each verdict was given. */
    private static final class Tally {

        private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        private int total;

        void add(Verdict verdict) {
            counts.merge(verdict, 1, Integer::sum);
            total++;
        }

        String percent(Verdict verdict) {
            return String.format(Locale.ROOT, "%.1f", 100.0 * counts.getOrDefault(verdict, 0) / total);
        }

        /** The share in per cent and its interval, as two cells. */
        String share(Verdict verdict) {
            Interval interval = ShareTest.clopperPearson(counts.getOrDefault(verdict, 0), total, 0.95);
            return String.format(
                    Locale.ROOT, "%s | %.1f – %.1f", percent(verdict), 100 * interval.low(), 100 * interval.high());
        }
    }

    private static void heading(String title, String columns) {
        System.out.println("\n## " + title + "\n\n| " + columns + " |");
        System.out.println("|" + "--:|".repeat(columns.split("\\|").length));
    }

    private static void print(String format, Object... cells) {
        System.out.println("| " + String.format(Locale.ROOT, format, cells) + " |");
    }
}
