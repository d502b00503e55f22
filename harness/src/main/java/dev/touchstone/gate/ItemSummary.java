package dev.touchstone.gate;

import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.Extracted;
import dev.touchstone.result.Finding.Failed;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a comparison needs to know of an item. It holds no text of the data, so that a recorded baseline can be kept in any repository.
 *
 * @param id {@code suite/subject#index}
 * @param promptSha256 hex digest of the prompt; empty when it is not known
 * @param gold index of the right choice, place on a scale, or the digest of the right text; empty when it is not known
 * @param answer index of the chosen one, or what was read from the text; empty when there is none
 * @param outcome how it ended
 * @param scores its value of each metric
 * @param amounts what was counted: {@link #GENERATED_TOKENS}; {@link #LOGLIKELIHOOD} and {@link #BYTES} of a whole text
 */
@API(status = Status.INTERNAL, since = "0.1")
public record ItemSummary(
        String id,
        String promptSha256,
        String gold,
        String answer,
        Outcome outcome,
        Map<String, Double> scores,
        Map<String, Double> amounts) {

    /** Tokens that the model wrote. */
    public static final String GENERATED_TOKENS = "generatedTokens";

    /** ln P of a whole text. */
    public static final String LOGLIKELIHOOD = "loglikelihood";

    /** UTF-8 bytes of a whole text. */
    public static final String BYTES = "bytes";

    /** Sums up an item. The only place that knows the ways in which items are evaluated. */
    public static ItemSummary of(ItemResult item) {
        Finding finding = item.finding();
        return new ItemSummary(
                item.id(),
                item.promptSha256(),
                gold(finding),
                answer(finding),
                item.outcome(),
                item.scores(),
                amounts(finding, item.tokens().scored()));
    }

    private static String gold(Finding finding) {
        if (finding instanceof Generated generated) {
            return sha256(generated.gold());
        }
        if (finding instanceof OnScale place) {
            return String.valueOf(place.gold());
        }
        if (finding instanceof Chosen chosen) {
            return String.valueOf(chosen.gold());
        }
        return finding instanceof Failed failed && failed.gold() >= 0 ? String.valueOf(failed.gold()) : "";
    }

    private static String answer(Finding finding) {
        if (finding instanceof Generated generated) {
            return generated.extractions().stream().map(Extracted::value).collect(Collectors.joining("\n"));
        }
        return finding instanceof Chosen chosen ? String.valueOf(chosen.answer()) : "";
    }

    private static Map<String, Double> amounts(Finding finding, int scoredTokens) {
        if (finding instanceof Generated) {
            return Map.of(GENERATED_TOKENS, (double) scoredTokens);
        }
        return finding instanceof WholeText text
                ? Map.of(LOGLIKELIHOOD, text.loglikelihood(), BYTES, (double) text.bytes())
                : Map.of();
    }

    /** An amount; NaN when there is none. */
    double amount(String name) {
        return amounts.getOrDefault(name, Double.NaN);
    }

    /** 1 for a right answer, 0 for a wrong one or none; NaN for what is neither. */
    double right() {
        return switch (outcome) {
            case CORRECT -> 1;
            case WRONG, NO_ANSWER -> 0;
            case MEASURED, ERROR -> Double.NaN;
        };
    }

    /** Whether it could be evaluated. */
    boolean isEvaluated() {
        return outcome != Outcome.ERROR;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
