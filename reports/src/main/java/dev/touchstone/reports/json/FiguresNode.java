package dev.touchstone.reports.json;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Named figures in the results file. One that is no finite number, which JSON does not know, is null. */
final class FiguresNode {

    private FiguresNode() {}

    static void write(Map<String, Double> figures, ObjectNode node) {
        figures.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                node.put(name, value);
            } else {
                node.putNull(name);
            }
        });
    }
}
