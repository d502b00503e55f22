package dev.touchstone.suites.extract.algebra;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What comparing two answers came to. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public sealed interface Equivalence {

    /** Both mean the same. */
    Equivalence EQUAL = new Equal();

    /** They mean different values. */
    Equivalence DIFFERENT = new Different();

    /** See {@link #EQUAL}. */
    record Equal() implements Equivalence {}

    /** See {@link #DIFFERENT}. */
    record Different() implements Equivalence {}

    /**
     * One of them could not be read, or can be read in two ways, or they agree in part of their domain only.
     *
     * @param reason why, in one line
     */
    record Undecided(String reason) implements Equivalence {}
}
