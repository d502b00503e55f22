package dev.touchstone.reference.kernel;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Two neighbouring panels of codes that are multiplied with one row together: twice as many sums keep the multipliers busy. */
@API(status = Status.INTERNAL, since = "0.1")
public record CodePair(CodePanel first, CodePanel second) {}
