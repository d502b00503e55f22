package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a loaded model holds, counted in its memory and not computed from its configuration.
 *
 * @param parameters weights, tied ones once
 * @param multipliedWeights weights that each token is multiplied with on its way to its logits
 * @param cachedNumbers keys and values that are kept for each token, in all layers
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record DecoderCounts(long parameters, long multipliedWeights, long cachedNumbers) {}
