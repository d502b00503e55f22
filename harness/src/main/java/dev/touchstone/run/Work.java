package dev.touchstone.run;

import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.suites.Item;

/** How much an item gives a model to do, in characters, for progress. Shots that a subject's items share are read once, with the first
 * item. */
final class Work {

    private Work() {}

    static long of(PlannedSuite suite) {
        return suite.subjects().stream()
                .flatMapToLong(subject -> subject.items().stream().mapToLong(item -> of(subject, item)))
                .sum();
    }

    static long of(PlannedSubject subject, Item item) {
        boolean read = subject.shots().areShared() && !subject.items().get(0).equals(item);
        long shots = read
                ? 0
                : subject.shots().of(item).stream().mapToLong(Work::length).sum();
        return length(item) + shots;
    }

    private static long length(Item item) {
        return item.fields().values().stream().mapToLong(String::length).sum();
    }
}
