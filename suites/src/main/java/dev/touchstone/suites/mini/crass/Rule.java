package dev.touchstone.suites.mini.crass;

import java.util.List;
import java.util.Map;

/**
 * A cause and its effect, and the opposite cause with the opposite effect.
 *
 * @param rule its id, unique in the file
 * @param odd whether the effect of its first side is nonsense for things of any other kind
 * @param kind {@code thing}, {@code person} or {@code animal}
 * @param things nouns without an article that the rule holds for
 */
record Rule(String rule, boolean odd, String kind, List<String> things, Side one, Side other) {

    /**
     * Causes with the same effect.
     *
     * @param now the effect in the present tense, such as {@code breaks}
     * @param then the effect after "would have", such as {@code broken}
     * @param cases the cause in the present tense to the cause after "had"
     */
    record Side(String now, String then, Map<String, String> cases) {

        List<String> present() {
            return List.copyOf(cases.keySet());
        }

        List<String> past() {
            return List.copyOf(cases.values());
        }
    }

    /**
     * Something that can't be done.
     *
     * @param cannot after "can not"
     * @param had after "had"
     */
    record Impossible(String cannot, String had) {}

    List<Side> sides() {
        return List.of(one, other);
    }
}
