package dev.touchstone.run;

import dev.touchstone.model.AnswerListener;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.model.ResponseListener;
import dev.touchstone.model.ScoredPosition;

/** Passes log-likelihoods on. */
record ChoiceListener(AnswerListener<LoglikelihoodResponse> listener) implements ResponseListener {

    @Override
    public void answered(int index, LoglikelihoodResponse response) {
        listener.answered(index, response);
    }

    @Override
    public boolean cancelled() {
        return listener.cancelled();
    }

    @Override
    public boolean wantsPositions() {
        return listener.wantsPositions();
    }

    @Override
    public void scored(int index, ScoredPosition position) {
        listener.scored(index, position);
    }
}
