package dev.touchstone.training.data;

import dev.touchstone.training.model.Batch;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A batch, and where the stream is after it.
 *
 * @param batch what to compute
 * @param filled positions that hold a document, the others being padding
 * @param after where packing goes on
 * @param leftOut documents that were too long, or had nothing to predict, since packing began
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Packed(Batch batch, int filled, Cursor after, long leftOut) {}
