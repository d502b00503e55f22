package dev.touchstone.model;

import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asks for ln P(continuation | context).
 *
 * @param context the text before; may be empty
 * @param continuation the text whose probability is asked for; never empty
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record LoglikelihoodRequest(String context, String continuation) {

    public LoglikelihoodRequest {
        Objects.requireNonNull(context, "context");
        if (continuation.isEmpty()) {
            throw new IllegalArgumentException("the continuation is empty; its probability is not defined");
        }
    }
}
