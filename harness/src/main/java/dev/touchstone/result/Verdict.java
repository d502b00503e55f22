package dev.touchstone.result;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a gate says of a run. A closed set: what was not shown is not a failure, and what could not be judged is neither. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Verdict {
    /** It was shown that the run is good enough. */
    PASS,
    /** It was shown that it is not. */
    FAIL,
    /** Neither was shown: it takes more items. */
    INCONCLUSIVE,
    /** The question makes no sense for this run, such as a comparison of different prompts. Fails the build. */
    REFUSED
}
