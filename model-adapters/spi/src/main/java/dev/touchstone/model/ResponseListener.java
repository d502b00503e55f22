package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Receives log-likelihoods of continuations as they are computed. Implement this to stream a model's answers. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface ResponseListener extends AnswerListener<LoglikelihoodResponse> {}
