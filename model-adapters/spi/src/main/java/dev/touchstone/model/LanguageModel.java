package dev.touchstone.model;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A loaded model that answers requests. Implement this for a new kind of model; call it only through the harness.
 *
 * <p>Implementations are safe for use by several threads at once; they may answer one call after another. An answer depends on its own
 * request only: neither on the other requests of the call, nor on their order, nor on the number of threads.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface LanguageModel extends AutoCloseable {

    /** Says what was loaded; never null, the same for the life of the model. */
    ModelDescription description();

    /**
     * Computes the log-likelihood of each request's continuation after its context.
     *
     * <p>Requests that share a beginning should stand next to each other: an implementation may then compute that beginning once.
     *
     * @param requests any number of requests, possibly none
     * @param listener told of every response exactly once, in the order of the requests, on the calling thread
     * @throws ModelException if a request can't be answered; responses already given stay valid
     */
    void loglikelihoods(List<LoglikelihoodRequest> requests, ResponseListener listener);

    /** Releases what the model holds. Calls after the first do nothing. */
    @Override
    void close();
}
