package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration.Decision;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.paired.MarginTest;
import dev.touchstone.metrics.paired.PairedDifference;
import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.metrics.paired.Stratified;
import dev.touchstone.result.GateResult.ComparedWith;
import java.util.List;
import java.util.Map;

/** Did right answers become wrong ones? Gates over the items of both runs that are right or wrong. */
final class PairedGates {

    private final Decision decision;

    PairedGates(Decision decision) {
        this.decision = decision;
    }

    /** One suite got worse. */
    Assessment regression(PlannedGate gate, double detect, Comparison compared) {
        PairedOutcomes outcomes = compared.outcomes();
        PairedFigures figures = figures(compared.metric(), outcomes, PairedDifference.ofAccuracies(outcomes));
        Assessment assessment =
                regression(gate, detect, figures, figures.facts() + compared.leftOutInWords(), compared.with());
        assessment.numbers().put("changedAnswers", (double) compared.changedAnswers());
        return assessment;
    }

    /** All suites together got worse. */
    Assessment headline(PlannedGate gate, double detect, List<Comparison> compared) {
        List<PairedOutcomes> suites =
                compared.stream().map(Comparison::outcomes).toList();
        PairedFigures figures = figures(Comparison.RIGHT, Stratified.pooled(suites), Stratified.difference(suites));
        return regression(
                gate,
                detect,
                figures,
                compared.size() + " suites weighted by their items: " + figures.facts(),
                compared.get(0).with());
    }

    private Assessment regression(
            PlannedGate gate, double detect, PairedFigures figures, String facts, ComparedWith with) {
        double margin = gate.limit().most();
        Strength strength = decision.sequential()
                ? new SequentialRule(margin, detect).strength(figures.outcomes())
                : new RegressionRule(margin, detect).strength(figures.outcomes());
        boolean within = strength.against() <= decision.level() && !strength.beyond();
        String upTo = Figures.points(figures.upperBound());
        String sure = Figures.setPercent(1 - decision.level());
        Assessment.Words words = new Assessment.Words(
                facts,
                decision.sequential() ? "betting, one-sided, valid at every look" : "McNemar's exact test, one-sided",
                "Worse than the baseline, significant at " + Figures.setPercent(decision.level())
                        + ", by more than the margin of " + Figures.setPoints(margin),
                (within ? "Worse, but within the margin: a" : "A") + " drop of more than " + upTo + " is excluded with "
                        + sure + " confidence, " + Figures.setPoints(detect) + " had to be",
                "No drop beyond the margin of " + Figures.setPoints(margin) + " was shown, but one of up to " + upTo
                        + " is not excluded with " + sure + " confidence, and " + Figures.setPoints(detect)
                        + " had to be" + figures.more(detect),
                figures.outlook(margin));
        Map<String, Double> numbers = figures.numbers(margin, detect);
        numbers.put("margin", margin);
        numbers.put("detect", detect);
        return new Assessment(gate, strength, words, numbers, with);
    }

    /** One suite is not worse by more than a margin. */
    Assessment nonInferiority(PlannedGate gate, Comparison compared) {
        PairedOutcomes outcomes = compared.outcomes();
        PairedFigures figures = figures(compared.metric(), outcomes, PairedDifference.ofAccuracies(outcomes));
        double margin = gate.limit().most();
        Strength strength = new Strength(
                MarginTest.above(outcomes, margin), MarginTest.below(outcomes, margin), figures.drop() > margin);
        String range = "the drop is from " + Figures.points(figures.lowerBound(), figures.upperBound()) + " at "
                + Figures.setPercent(1 - decision.level()) + " confidence for each end, the margin is "
                + Figures.setPoints(margin);
        Assessment.Words words = new Assessment.Words(
                figures.facts() + compared.leftOutInWords(),
                "Tango's score test that the drop is above the margin",
                "Shown to be worse by more than the margin: " + range,
                "Shown to be worse by less than the margin, if at all: " + range,
                "Neither shown to be within the margin nor beyond it: " + range + figures.more(margin),
                figures.outlook(margin));
        Map<String, Double> numbers = figures.numbers(margin, margin);
        numbers.put("margin", margin);
        numbers.put("changedAnswers", (double) compared.changedAnswers());
        return new Assessment(gate, strength, words, numbers, compared.with());
    }

    private PairedFigures figures(String metric, PairedOutcomes outcomes, Estimate difference) {
        return new PairedFigures(metric, outcomes, difference, decision);
    }
}
