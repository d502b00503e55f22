package dev.touchstone.sanity;

import dev.touchstone.suites.Suite.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** All checks. To add one, write its class and name it here. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Checks {

    private static final List<Check> ALL = Stream.of(
                    List.of(
                            new LogitsShape(),
                            new CausalMask(),
                            new CacheAgainstWhole(),
                            new BatchAgainstSingle(),
                            new RelativeScores(),
                            new RelativeLogits(),
                            new InitialLoss()),
                    RoundTrip.all(),
                    List.of(new ControlMarks()),
                    Size.all())
            .flatMap(List::stream)
            .map(Check.class::cast)
            .toList();

    private Checks() {}

    /** The subjects, in report order. */
    static List<Subject> subjects() {
        return ALL.stream().map(Check::subject).distinct().toList();
    }

    /** The checks of a subject, in order; none if there is no such subject. */
    public static List<Check> of(Subject subject) {
        return ALL.stream().filter(check -> check.subject().equals(subject)).toList();
    }
}
