package dev.touchstone.training;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How long to train: until the tokens or the time are used up, whatever comes first. With a limit on time the result depends on the machine.
 *
 * @param tokens most positions to compute that hold a document
 * @param seconds longest time of computing
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Budget(long tokens, double seconds) {

    /** The share that is used up, from 0; at least 1 at the end. */
    public double used(Progress progress) {
        return Math.max((double) progress.tokens() / tokens, progress.seconds() / seconds);
    }

    /** Seconds until the end, at the speed so far. */
    public double secondsLeft(Progress progress) {
        double used = used(progress);
        return used == 0 ? seconds : Math.max(0, progress.seconds() * (1 - used) / used);
    }
}
