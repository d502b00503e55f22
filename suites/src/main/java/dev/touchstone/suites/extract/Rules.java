package dev.touchstone.suites.extract;

import java.util.List;

/** Rules in order of trust: the first one that finds an answer has it. */
record Rules(List<Rule> rules) implements Extractor {

    @Override
    public Extraction extract(String text) {
        for (Rule rule : rules) {
            Extraction found = rule.extract(text);
            if (!found.equals(Extraction.NO_ANSWER)) {
                return found;
            }
        }
        return Extraction.NO_ANSWER;
    }
}
