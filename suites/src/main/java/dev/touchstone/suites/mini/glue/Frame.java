package dev.touchstone.suites.mini.glue;

import java.util.List;
import java.util.Random;

/** One way to make items of a task. */
interface Frame {

    /** The texts of the task's fields, without the label, for an item of this label. */
    List<String> make(int label, Random random);

    /** A text that helps to learn this, or nothing. */
    default String tell(Random random) {
        return "";
    }

    /** The categories of words it uses. */
    List<String> categories();
}
