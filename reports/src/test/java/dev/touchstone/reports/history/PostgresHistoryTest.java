package dev.touchstone.reports.history;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A PostgreSQL server of its own; skipped where its programs are missing ({@code apt-get install postgresql}). */
class PostgresHistoryTest extends HistoryContract {

    private static PostgresServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(PostgresServer.isInstalled(), "no PostgreSQL is installed (apt-get install postgresql)");
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
            // Tables of others do no harm.
            statement.execute("CREATE TABLE of_others (id INTEGER)");
        }
    }

    @Override
    String url() {
        return server.url();
    }
}
