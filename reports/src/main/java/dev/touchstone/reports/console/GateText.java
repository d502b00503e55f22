package dev.touchstone.reports.console;

import dev.touchstone.result.GateResult;
import dev.touchstone.result.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the console says of gates: each verdict, and below it the evidence, broken into lines. Nothing when there are none. */
final class GateText {

    /** As wide as the tables of suites mostly are. */
    private static final int CELLS = 110;

    private static final String INDENT = "  ";

    private final List<GateResult> gates;
    private final Style style;

    GateText(List<GateResult> gates, Style style) {
        this.gates = gates;
        this.style = style;
    }

    List<String> lines() {
        if (gates.isEmpty()) {
            return List.of();
        }
        String rule = style.faint(style.rule(CELLS));
        List<String> lines = new ArrayList<>(List.of("", style.bold("Gates"), rule));
        for (GateResult gate : gates) {
            String head = gate.verdict() + INDENT + gate.name();
            lines.add(gate.verdict() == Verdict.PASS ? head : style.warning(head));
            broken(printable(gate.evidence())).forEach(line -> lines.add(INDENT + line));
        }
        lines.add(rule);
        return lines;
    }

    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && CellWidth.of(line + " " + word) > CELLS - INDENT.length()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String printable(String evidence) {
        return style.canPrint(evidence) ? evidence : evidence.replaceAll("[^\\p{ASCII}]", "?");
    }
}
