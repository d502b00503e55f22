package dev.touchstone.training.corpus;

import java.util.List;
import java.util.Random;

/** Where the entries of lists come from. */
@FunctionalInterface
interface Words {

    /** At most that many different words, in random order. */
    List<String> draw(int count, Random random);
}
