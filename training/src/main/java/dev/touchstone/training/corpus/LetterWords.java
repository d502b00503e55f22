package dev.touchstone.training.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Latin letters. Each is one token, so that a list of them is the easiest thing in which something can be looked up. */
final class LetterWords implements Words {

    private static final List<String> ALL = Stream.concat(
                    IntStream.rangeClosed('a', 'z').boxed(),
                    IntStream.rangeClosed('A', 'Z').boxed())
            .map(Character::toString)
            .toList();

    @Override
    public List<String> draw(int count, Random random) {
        List<String> shuffled = new ArrayList<>(ALL);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }
}
