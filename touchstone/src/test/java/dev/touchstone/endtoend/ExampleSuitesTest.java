package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.OwnSuite;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.own.OwnSuites;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The suites in {@code examples/suites} are what the guide says. */
class ExampleSuitesTest {

    private static final OwnSuites EXAMPLES = OwnSuites.in(Path.of("../examples/suites"));

    @Test
    void allExamplesAreSuites() {
        assertThat(EXAMPLES.refused()).isEmpty();
        assertThat(EXAMPLES.suites()).extracting(own -> own.suite().id()).containsExactly("capitals", "last_word");
    }

    @Test
    void theirItemsAreRead() {
        assertThat(EXAMPLES.suites())
                .allSatisfy(own -> assertThat(load(own).problems()).isEmpty());
        assertThat(load(EXAMPLES.suites().get(0)).items())
                .extracting(Item::gold)
                .isEqualTo(List.of(1, 0, 2));
    }

    private static SubjectData load(OwnSuite own) {
        return own.data()
                .apply(Optional.empty())
                .load(own.suite(), own.suite().subjects().get(0), own.suite().defaultShots());
    }
}
