package dev.touchstone.result;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How an item ended. A closed set: these are never mixed up. What a model answers is right, wrong or no answer; what is only measured is none
 * of them.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Outcome {
    /** The model chose the gold answer; a check on the model holds. */
    CORRECT("correct"),
    /** The model chose another answer; a check on the model does not hold. */
    WRONG("wrong"),
    /** No answer could be read from what the model generated; a check could not be tried on this model. */
    NO_ANSWER("noAnswer"),
    /**
     * The item was evaluated, and there is nothing to be right or wrong about: a perplexity, a place on a scale. It counts in its metrics and
     * in no accuracy. An items file leaves its outcome out.
     */
    MEASURED("measured"),
    /** The item could not be evaluated. It counts in no metric. */
    ERROR("error");

    private final String jsonName;

    Outcome(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The outcome of that name in result files. */
    public static Outcome named(String jsonName) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.jsonName.equals(jsonName))
                .findFirst()
                .orElseThrow();
    }

    /** The name in result files. */
    public String jsonName() {
        return jsonName;
    }
}
