package dev.touchstone.training.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The documents of one step: B rows of T positions, N = B x T, of which S are scored.
 *
 * @param rows B
 * @param length T
 * @param tokens [N]
 * @param positions of each token in its document [N]
 * @param mask what is added to the attention's scores: 0 where a position sees another one, else minus infinity [B, T, T]
 * @param scored indexes into the N positions; the token <em>after</em> each is predicted [S]
 * @param targets the tokens to predict [S]
 * @param weights how much each prediction counts, above 0 [S]
 * @param parts which part of the corpus each prediction belongs to [S]
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Batch(
        int rows,
        int length,
        int[] tokens,
        int[] positions,
        float[] mask,
        int[] scored,
        int[] targets,
        float[] weights,
        String[] parts) {}
