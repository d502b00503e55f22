package dev.touchstone.model;

import java.util.List;
import java.util.Optional;
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

    /**
     * Generates the text after each request's context.
     *
     * <p>Requests that share a beginning should stand next to each other. A model that can't generate need not override this.
     *
     * @param requests any number of requests, possibly none
     * @param listener told of every response exactly once, in the order of the requests, on the calling thread
     * @throws ModelException if a request can't be answered; responses already given stay valid
     */
    default void generate(List<GenerateRequest> requests, AnswerListener<GenerateResponse> listener) {
        throw new ModelException("the model " + description().name()
                + " can't generate text; take a model that can, or a suite that compares log-likelihoods");
    }

    /**
     * Computes the log-likelihood of each whole text, in as many windows as the model's context needs.
     *
     * <p>A model that can't score texts need not override this.
     *
     * @param requests any number of requests, possibly none
     * @param listener told of every response exactly once, in the order of the requests, on the calling thread
     * @throws ModelException if a request can't be answered; responses already given stay valid
     */
    default void rollingLoglikelihoods(List<RollingRequest> requests, AnswerListener<RollingResponse> listener) {
        throw new ModelException(
                "the model " + description().name()
                        + " can't compute the log-likelihood of a whole text; take a model that can, or a suite without perplexity");
    }

    /** How the model was taught to read a chat; empty, which it is unless overridden, for a model that was not. */
    default Optional<ChatFormat> chatFormat() {
        return Optional.empty();
    }

    /** Releases what the model holds. Calls after the first do nothing. */
    @Override
    void close();
}
