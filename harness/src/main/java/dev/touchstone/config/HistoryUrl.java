package dev.touchstone.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Where the history of runs is. */
@API(status = Status.INTERNAL, since = "0.1")
public final class HistoryUrl {

    /** What the property {@code history} is when no history is kept. */
    public static final String NONE = "none";

    private static final String JDBC = "jdbc:";

    /** The file in the output folder. */
    private static final String FILE = "history.sqlite";

    private HistoryUrl() {}

    /**
     * The JDBC URL; empty when no history is kept.
     *
     * @param given the property {@code history}, if set
     * @param output the folder of all runs, in which the history is when nothing else was said
     */
    public static Optional<String> of(Optional<String> given, Path output) {
        return Optional.of(given.orElseGet(() -> JDBC + "sqlite:" + output.resolve(FILE)))
                .filter(url -> !url.equals(NONE));
    }

    static boolean isLegal(String given) {
        return given.equals(NONE) || given.startsWith(JDBC);
    }

    /** Whether it holds what must not stand in a report: properties are recorded with a run. */
    static boolean holdsPassword(String url) {
        return url.toLowerCase(Locale.ROOT).contains("password=") || url.matches("(?s)jdbc:[^/]*//[^/?]*:[^/?]*@.*");
    }
}
