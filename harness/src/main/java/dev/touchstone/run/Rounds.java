package dev.touchstone.run;

import dev.touchstone.gate.EarlyDecision;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A suite's items in random order over all subjects, in rounds; after each round it is asked whether more are needed. Within a round the items of a
 * subject stay together, so that what their prompts share is computed once.
 */
final class Rounds {

    /** Fewer looks would waste items, more would tear subjects' prompts apart. */
    private static final int ROUNDS = 25;

    private static final int FEWEST_ITEMS = 20;

    private final List<Asked> order = new ArrayList<>();
    private final Map<String, SubjectRun> subjects = new LinkedHashMap<>();
    private final EarlyDecision decision;
    private volatile boolean decided;

    /** An item and whose it is. */
    private record Asked(SubjectRun subject, Item item) {}

    /** @param seed of the order; java.util.Random's sequence is specified, so it never changes */
    Rounds(List<SubjectRun> runs, EarlyDecision decision, long seed) {
        for (SubjectRun run : runs) {
            subjects.put(run.subject().subject().id(), run);
            run.subject().items().forEach(item -> order.add(new Asked(run, item)));
        }
        Collections.shuffle(order, new Random(seed));
        this.decision = decision;
    }

    /** A subject's part in the rounds. */
    SubjectRun subject(String id) {
        return subjects.get(id);
    }

    /** Whether the rest was not needed. */
    boolean isDecided() {
        return decided;
    }

    /** @param soFar all results that there are, as they come */
    void evaluate(Supplier<LanguageModel> model, Collection<ItemResult> soFar) {
        try {
            int size = Math.max(FEWEST_ITEMS, (order.size() + ROUNDS - 1) / ROUNDS);
            for (int from = 0; from < order.size() && !decided; from += size) {
                round(model, order.subList(from, Math.min(order.size(), from + size)));
                decided = from + size < order.size() && decision.isReached(soFar);
            }
        } finally {
            subjects.values().forEach(SubjectRun::end);
        }
    }

    private static void round(Supplier<LanguageModel> model, List<Asked> asked) {
        Map<SubjectRun, List<Item>> bySubject = new LinkedHashMap<>();
        asked.forEach(one -> bySubject
                .computeIfAbsent(one.subject(), subject -> new ArrayList<>())
                .add(one.item()));
        bySubject.forEach((subject, items) -> subject.evaluate(model, items));
    }
}
