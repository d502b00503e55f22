package dev.touchstone.reports.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Opens the database of a history, and brings its tables up to date. */
final class Database {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String TABLES = "classpath:dev/touchstone/reports/history";

    /**
     * Builds on one machine write one after the other: each waits for the others, and takes the lock for writing at once, as two that first read would
     * block each other. A run of 15,000 items is written in well under a second.
     */
    private static final Map<String, String> SQLITE_PROPERTIES =
            Map.of("busy_timeout", "30000", "transaction_mode", "IMMEDIATE");

    private Database() {}

    /**
     * Opens it; an embedded one is made if it is not there.
     *
     * @throws SQLException if it can't be opened; the message says what to do
     */
    static Connection open(String url) throws SQLException {
        makeFolder(url);
        String user = System.getenv("TOUCHSTONE_HISTORY_USER");
        String password = System.getenv("TOUCHSTONE_HISTORY_PASSWORD");
        try {
            if (url.startsWith(SQLITE)) {
                migrateFile(url);
            } else {
                migrate(url, user, password);
            }
            return DriverManager.getConnection(url, properties(url, user, password));
        } catch (SQLException | IOException | FlywayException e) {
            throw new SQLException(
                    "the history " + url + " can't be opened (" + reason(e)
                            + "); pass another -Dhistory, or -Dhistory=none"
                            + (url.startsWith(SQLITE)
                                    ? ""
                                    : ". Its JDBC driver and Flyway's module for it must be among the dependencies of the tests, and user and password "
                                            + "in TOUCHSTONE_HISTORY_USER and TOUCHSTONE_HISTORY_PASSWORD"),
                    e);
        }
    }

    /** False for an embedded one that was never written. */
    static boolean exists(String url) {
        return !url.startsWith(SQLITE) || Files.exists(file(url));
    }

    /** One build at a time: SQLite has no lock that would keep two of them from making the same tables. */
    private static synchronized void migrateFile(String url) throws IOException {
        Path lock = file(url).resolveSibling(file(url).getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            migrate(url, null, null);
        }
    }

    private static void migrate(String url, @Nullable String user, @Nullable String password) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(url, user, password)
                .jdbcProperties(url.startsWith(SQLITE) ? SQLITE_PROPERTIES : Map.of())
                .locations(TABLES)
                .table("touchstone_schema")
                // Without this it would write to the console where no logging is set up.
                .loggers("slf4j")
                // The schema may hold tables of others.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static Properties properties(String url, @Nullable String user, @Nullable String password) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (url.startsWith(SQLITE)) {
            properties.putAll(SQLITE_PROPERTIES);
        }
        return properties;
    }

    private static void makeFolder(String url) throws SQLException {
        if (url.startsWith(SQLITE) && file(url).toAbsolutePath().getParent() != null) {
            try {
                Files.createDirectories(file(url).toAbsolutePath().getParent());
            } catch (IOException e) {
                throw new SQLException("the folder of the history " + url + " can't be made (" + e + ")", e);
            }
        }
    }

    private static Path file(String url) {
        String path = url.substring(SQLITE.length());
        int parameters = path.indexOf('?');
        return Path.of(parameters < 0 ? path : path.substring(0, parameters));
    }

    /** The first line that says something: Flyway puts the driver's words below its own. */
    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
