package dev.touchstone.run;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.suites.Item;

/** How much an item gives a model to do, in characters, for progress. A subject's shots are read once, with its first item. */
final class Work {

    private Work() {}

    static long of(PlannedSuite suite) {
        return suite.subjects().stream()
                .flatMapToLong(subject -> subject.items().stream().mapToLong(item -> of(subject, item)))
                .sum();
    }

    static long of(PlannedSubject subject, Item item) {
        boolean first = subject.items().get(0).equals(item);
        long shots = first ? subject.shots().stream().mapToLong(Work::length).sum() : 0;
        return length(item) + shots;
    }

    private static long length(Item item) {
        return item.fields().values().stream().mapToLong(String::length).sum();
    }
}
