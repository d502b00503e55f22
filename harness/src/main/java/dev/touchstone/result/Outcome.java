package dev.touchstone.result;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How an item ended. A closed set: these are never mixed up. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Outcome {
    /** The model chose the gold answer; a check on the model holds. */
    CORRECT("correct"),
    /** The model chose another answer; a check on the model does not hold. */
    WRONG("wrong"),
    /** No answer could be read from what the model generated; a check could not be tried on this model. */
    NO_ANSWER("noAnswer"),
    /** The item could not be evaluated. It counts in no metric. */
    ERROR("error");

    private final String jsonName;

    Outcome(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The name in result files. */
    public String jsonName() {
        return jsonName;
    }
}
