package dev.touchstone.sanity;

import dev.touchstone.suites.Suite.Group;
import dev.touchstone.suites.Suite.Subject;
import java.util.List;

/** Names that more than one class uses. */
final class Subjects {

    static final String COMPUTATION = "computation";
    static final String TOKENIZER = "tokenizer";
    static final String SIZE = "size";

    static final List<Group> GROUPS = List.of(
            new Group(COMPUTATION, "Computation"), new Group(TOKENIZER, "Tokenizer"), new Group(SIZE, "Size and cost"));

    static final Subject RELATIVE_POSITIONS = subject("relative-positions", "Relative positions", COMPUTATION);
    static final Subject ROUND_TRIP = subject("round-trip", "Tokenizer round trip", TOKENIZER);

    private Subjects() {}

    static Subject subject(String id, String title, String group) {
        return new Subject(id, title, title, group);
    }
}
