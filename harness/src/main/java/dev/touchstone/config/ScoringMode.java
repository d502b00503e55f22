package dev.touchstone.config;

import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How an item is scored.
 *
 * @param kind the way
 * @param limit of {@link Kind#THRESHOLD}: the largest perplexity of a right item; 0 otherwise
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ScoringMode(Kind kind, double limit) {

    private static final String THRESHOLD = "threshold:";

    /** The ways, by OpenCompass's names where it has them. */
    public enum Kind {
        /** The choice with the highest log-likelihood after the prompt, as lm-evaluation-harness has it. */
        PPL,
        /** The choice whose prompt and text together have the lowest perplexity, as OpenCompass's PPL mode has it. */
        PPL_SEQUENCE,
        /** The choice whose single token is the most probable one of the choices', with its probability among them. */
        CLP,
        /** A text is generated and an answer read from it. */
        GEN,
        /** The gold text's perplexity after the prompt must not be above a limit. */
        THRESHOLD
    }

    /** The mode of that name, such as {@code ppl} or {@code threshold:20}; empty if there is none. */
    static Optional<ScoringMode> of(String name) {
        return switch (name) {
            case "ppl" -> Optional.of(new ScoringMode(Kind.PPL, 0));
            case "ppl-sequence" -> Optional.of(new ScoringMode(Kind.PPL_SEQUENCE, 0));
            case "clp" -> Optional.of(new ScoringMode(Kind.CLP, 0));
            case "gen" -> Optional.of(new ScoringMode(Kind.GEN, 0));
            default -> name.startsWith(THRESHOLD) ? threshold(name.substring(THRESHOLD.length())) : Optional.empty();
        };
    }

    /** A perplexity is at least 1. */
    private static Optional<ScoringMode> threshold(String number) {
        try {
            double limit = Double.parseDouble(number);
            return limit >= 1 && Double.isFinite(limit)
                    ? Optional.of(new ScoringMode(Kind.THRESHOLD, limit))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The name on the command line. */
    public String name() {
        String kindName = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return kind == Kind.THRESHOLD ? kindName + ":" + limit : kindName;
    }
}
