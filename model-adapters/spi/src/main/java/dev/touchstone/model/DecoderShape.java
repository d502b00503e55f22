package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The shape of a Llama-style decoder as its configuration states it: RMSNorm, attention without biases, SwiGLU.
 *
 * @param layers L, number of blocks
 * @param width W, size of the residual stream
 * @param heads H, query heads
 * @param keyValueHeads G, key and value heads; H is a multiple of it
 * @param headSize D, size of one head
 * @param feedForward F, size of the feed-forward's inner layer
 * @param vocabulary V, number of logits
 * @param contextLength C, most positions
 * @param tiedEmbeddings true when the output matrix is the embedding matrix
 * @param experts E, feed-forward layers of a block among which a router chooses for each token; 0 where there is one and no router
 * @param expertsUsed U, how many of them a token goes through
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record DecoderShape(
        int layers,
        int width,
        int heads,
        int keyValueHeads,
        int headSize,
        int feedForward,
        int vocabulary,
        int contextLength,
        boolean tiedEmbeddings,
        int experts,
        int expertsUsed) {

    /** Without experts. */
    public DecoderShape(
            int layers,
            int width,
            int heads,
            int keyValueHeads,
            int headSize,
            int feedForward,
            int vocabulary,
            int contextLength,
            boolean tiedEmbeddings) {
        this(
                layers,
                width,
                heads,
                keyValueHeads,
                headSize,
                feedForward,
                vocabulary,
                contextLength,
                tiedEmbeddings,
                0,
                0);
    }
}
