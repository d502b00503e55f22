package dev.touchstone.run;

import dev.touchstone.model.ScoredPosition;
import dev.touchstone.run.logits.PositionRecorder;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gives each scored position of a call to the item that its request is of. */
final class ScoredItems {

    private final Optional<PositionRecorder> recorder;
    private final TreeMap<Integer, ItemEvaluation<?, ?>> byFirstRequest = new TreeMap<>();
    private final Set<String> begun = new HashSet<>();
    private int requests;

    ScoredItems(Optional<PositionRecorder> recorder) {
        this.recorder = recorder;
    }

    /** Adds an item, whose requests follow those of the one before. */
    void add(ItemEvaluation<?, ?> item) {
        byFirstRequest.put(requests, item);
        requests += item.requests().size();
    }

    void scored(int index, ScoredPosition position) {
        Map.Entry<Integer, ItemEvaluation<?, ?>> entry = byFirstRequest.floorEntry(index);
        ItemEvaluation<?, ?> item = entry.getValue();
        int request = index - entry.getKey();
        if (recorder.isPresent() && item.isCompared(request)) {
            String id = item.record().id();
            if (begun.add(id)) {
                recorder.get().begin(id);
            }
            recorder.get().scored(id, item.isRight(request), position);
        }
    }
}
