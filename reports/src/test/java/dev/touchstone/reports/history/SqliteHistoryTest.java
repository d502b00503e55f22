package dev.touchstone.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.gate.ComparisonRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The embedded database, which comes along. */
class SqliteHistoryTest extends HistoryContract {

    @Override
    String url() {
        return "jdbc:sqlite:" + folder.resolve("kept/history.sqlite");
    }

    @Test
    void lookingForARunMakesNoDatabase() {
        assertThat(new PastBaselines().newestOf(url(), "main", Set.of(), Set.of()))
                .isEmpty();
        assertThat(new PastBaselines().branches(url())).isEmpty();
        assertThat(folder.resolve("kept")).doesNotExist();
    }

    @Test
    void aFileThatIsNoDatabaseNamesItself() throws IOException {
        Files.createDirectory(folder.resolve("kept"));
        Files.writeString(folder.resolve("kept/history.sqlite"), "no database".repeat(100), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new PastBaselines().branches(url()))
                .isInstanceOf(ComparisonRefused.class)
                .hasMessageStartingWith("the history " + url() + " can't be opened (")
                .hasMessageContaining("file is not a database")
                .hasMessageEndingWith("); pass another -Dhistory, or -Dhistory=none");
    }

    @Test
    void aDatabaseWithoutItsDriverSaysWhatIsMissing() {
        assertThatThrownBy(() -> new PastBaselines().branches("jdbc:absent://host/database"))
                .isInstanceOf(ComparisonRefused.class)
                .hasMessageStartingWith("the history jdbc:absent://host/database can't be opened (")
                .hasMessageEndingWith(
                        "Its JDBC driver and Flyway's module for it must be among the dependencies of the tests, and user and "
                                + "password in TOUCHSTONE_HISTORY_USER and TOUCHSTONE_HISTORY_PASSWORD");
    }
}
