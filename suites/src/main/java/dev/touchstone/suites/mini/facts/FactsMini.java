package dev.touchstone.suites.mini.facts;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.mini.MiniSubject;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The mini items and lessons of suites whose subjects have tables of facts: C-Eval and MMLU. */
@API(status = Status.INTERNAL, since = "0.1")
public final class FactsMini {

    private FactsMini() {}

    /**
     * The mini items of a subject, in the published fields of its suite.
     *
     * @throws IllegalStateException if the subject has no table
     */
    public static MiniSubject subject(Suite suite, Subject subject) {
        String name = suite.id() + "/facts/" + subject.id() + ".yaml";
        return new FactSubject(
                FactTable.read(suite.id(), subject.id()),
                new ItemMaker(suite.task(subject).data(), name),
                FactSubject.random(name));
    }
}
