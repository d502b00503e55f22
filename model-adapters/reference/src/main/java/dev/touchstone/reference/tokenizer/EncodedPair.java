package dev.touchstone.reference.tokenizer;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A context and a continuation as tokens; the model is fed the one after the other.
 *
 * @param context what is given, at least one token
 * @param continuation what is scored, at least one token
 */
@API(status = Status.INTERNAL, since = "0.1")
public record EncodedPair(int[] context, int[] continuation) {}
