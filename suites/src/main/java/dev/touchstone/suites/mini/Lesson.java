package dev.touchstone.suites.mini;

import dev.touchstone.suites.Item;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One thing that the built-in model is taught. */
@API(status = Status.INTERNAL, since = "0.1")
public sealed interface Lesson {

    /**
     * A question with its answer, in the published fields of the suite; becomes a prompt of the suite.
     *
     * @param item never one of the items to evaluate
     */
    record Exercise(Item item) implements Lesson {}

    /**
     * Text to read.
     *
     * @param text as a model would continue it, without a line break at its end
     */
    record Text(String text) implements Lesson {}
}
