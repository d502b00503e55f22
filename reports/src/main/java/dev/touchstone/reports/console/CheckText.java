package dev.touchstone.reports.console;

import dev.touchstone.reports.Figures;
import dev.touchstone.reports.Names;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.List;

/** What the console says of a suite of checks: each check, whether it holds, and the evidence. Columns of figures would be empty. */
final class CheckText {

    /** The check's name, how it came out, and its evidence. */
    private static final int COLUMNS = 3;

    /** Rules need not be as long as the longest evidence. */
    private static final int RULE_CELLS = 110;

    private final RunInfo run;
    private final SuiteResult suite;
    private final Style style;

    CheckText(RunInfo run, SuiteResult suite, Style style) {
        this.run = run;
        this.suite = suite;
        this.style = style;
    }

    List<String> lines() {
        List<ItemResult> checks = new ArrayList<>();
        TextTable table = new TextTable(COLUMNS);
        table.add(List.of("check", "", "evidence"));
        for (SubjectResult subject : suite.subjects()) {
            for (ItemResult check : subject.items()) {
                checks.add(check);
                table.add(
                        List.of(Names.check(check, subject), check.findingInWords(), printable(Names.evidence(check))));
            }
        }
        return framed(table.lines(), checks);
    }

    private List<String> framed(List<String> table, List<ItemResult> checks) {
        String rule = style.faint(style.rule(RULE_CELLS));
        List<String> lines = new ArrayList<>(List.of("", style.bold(Names.of(suite)) + "  " + heading()));
        lines.addAll(List.of(rule, style.faint(table.get(0)), rule));
        for (int i = 0; i < checks.size(); i++) {
            Outcome outcome = checks.get(i).outcome();
            String line = table.get(i + 1);
            lines.add(outcome == Outcome.WRONG || outcome == Outcome.ERROR ? style.warning(line) : line);
        }
        lines.addAll(List.of(rule, summary()));
        return lines;
    }

    private String heading() {
        return String.join(
                style.separator(), run.model().name(), suite.variant().id());
    }

    /** {@code 14 hold · 1 does not hold · 1 skipped · wall time 0:07}. */
    private String summary() {
        OutcomeCounts counts = suite.outcomes();
        List<String> parts = new ArrayList<>();
        parts.add(counts.correct() + (counts.correct() == 1 ? " holds" : " hold"));
        addIfAny(parts, counts.wrong(), counts.wrong() == 1 ? "does not hold" : "do not hold");
        addIfAny(parts, counts.noAnswer(), "skipped");
        addIfAny(parts, counts.error(), "could not be made");
        addIfAny(parts, suite.planned() - counts.total(), "not reached");
        parts.add("wall time " + Figures.clock(suite.performance().wallNanos()));
        return String.join(style.separator(), parts);
    }

    private static void addIfAny(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private String printable(String evidence) {
        return style.canPrint(evidence) ? evidence : evidence.replaceAll("[^\\p{ASCII}]", "?");
    }
}
