package dev.touchstone.model;

import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asks for the text that the model writes after a context.
 *
 * @param context the text before; may be empty
 * @param until stop strings, none of them empty: the text ends before the first one; the model's end-of-sequence mark always ends it
 * @param maxTokens most tokens to generate, at least 0; the context is cut from the left so that they fit in the model's context
 * @param sampling how tokens are chosen
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record GenerateRequest(String context, List<String> until, int maxTokens, Sampling sampling) {

    public GenerateRequest {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(sampling, "sampling");
        until = List.copyOf(until);
        if (until.contains("")) {
            throw new IllegalArgumentException(
                    "a stop string is empty, which would end every text at once; leave it out of " + until);
        }
        if (maxTokens < 0) {
            throw new IllegalArgumentException("maxTokens must be at least 0, but is " + maxTokens);
        }
    }
}
