package dev.touchstone.reports.html;

import dev.touchstone.metric.Softmax;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The items of a table whose choices all have a log-likelihood. Those that ended in an error, were answered in the model's own words or have a
 * choice of probability 0 (null in the items file) are left out.
 *
 * @param gold [items] index of the right choice
 * @param answer [items] index of the chosen one
 * @param probabilities [items][choices] softmax of the log-likelihoods: how sure the model is among the choices
 */
record ChoiceItems(int[] gold, int[] answer, double[][] probabilities) {

    /** The items of some rows of the table. */
    static ChoiceItems of(ItemTable table, IntPredicate rows) {
        int[] chosen = IntStream.range(0, table.rows())
                .filter(rows)
                .filter(row -> isScored(table, row))
                .toArray();
        return new ChoiceItems(
                IntStream.of(chosen)
                        .map(row -> table.value("gold", row).asInt())
                        .toArray(),
                IntStream.of(chosen)
                        .map(row -> table.value("answer", row).asInt())
                        .toArray(),
                IntStream.of(chosen)
                        .mapToObj(row -> softmax(table.value("loglikelihoods", row)))
                        .toArray(double[][]::new));
    }

    /** The choices that all those items have in common, without the spaces around them; none if they differ. */
    static List<String> commonChoices(ItemTable table, IntPredicate rows) {
        List<List<String>> distinct = IntStream.range(0, table.rows())
                .filter(rows)
                .mapToObj(table::choices)
                .distinct()
                .limit(2)
                .toList();
        return distinct.size() == 1
                ? distinct.get(0).stream().map(String::strip).toList()
                : List.of();
    }

    int n() {
        return gold.length;
    }

    /** [items] the probability of the chosen one. */
    double[] confidence() {
        return IntStream.range(0, n())
                .mapToDouble(item -> probabilities[item][answer[item]])
                .toArray();
    }

    /** [items] whether the chosen one is right. */
    boolean[] right() {
        return isAt(answer);
    }

    /** [items] whether that label is right. */
    boolean[] isGold(int label) {
        return isAt(IntStream.range(0, n()).map(item -> label).toArray());
    }

    /** [items] the probability of that label. */
    double[] probability(int label) {
        return IntStream.range(0, n())
                .mapToDouble(item -> probabilities[item][label])
                .toArray();
    }

    private boolean[] isAt(int[] places) {
        boolean[] is = new boolean[n()];
        for (int item = 0; item < n(); item++) {
            is[item] = gold[item] == places[item];
        }
        return is;
    }

    private static boolean isScored(ItemTable table, int row) {
        JsonNode values = table.value("loglikelihoods", row);
        boolean hasNumbers =
                values.isArray() && !values.isEmpty() && values.valueStream().allMatch(JsonNode::isNumber);
        return hasNumbers
                && isIndex(table.value("gold", row), values.size())
                && isIndex(table.value("answer", row), values.size());
    }

    private static boolean isIndex(JsonNode node, int size) {
        return node.isInt() && node.asInt() >= 0 && node.asInt() < size;
    }

    private static double[] softmax(JsonNode loglikelihoods) {
        return Softmax.of(loglikelihoods.valueStream().map(JsonNode::asDouble).toList());
    }
}
