package dev.touchstone.reports.history;

import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.Baseline.Origin;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.ItemSummary;
import dev.touchstone.gate.RunHistory;
import dev.touchstone.gate.SuiteItems;
import dev.touchstone.result.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs of the history as baselines. */
@API(status = Status.INTERNAL, since = "0.1")
public final class PastBaselines implements RunHistory {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A run counts as finished when each of its suites does, and there is one. */
    private static final String FINISHED = " EXISTS (SELECT 1 FROM touchstone_suite s WHERE s.run_id = r.id)"
            + " AND NOT EXISTS (SELECT 1 FROM touchstone_suite s WHERE s.run_id = r.id AND s.finished = 0)";

    @FunctionalInterface
    private interface Question<T> {

        T ask(Connection connection) throws SQLException;
    }

    @Override
    public boolean has(String url, String run) {
        return ask(
                url,
                false,
                connection -> !Sql.query(
                                connection, "SELECT id FROM touchstone_run WHERE id = ?", row -> row.getString(1), run)
                        .isEmpty());
    }

    @Override
    public Optional<String> newestOf(String url, String branch, Set<String> suites, Set<String> variants) {
        return ask(url, Optional.empty(), connection -> {
            Optional<String> newest = Optional.empty();
            for (String run : newestFirst(connection, branch)) {
                if (names("suite", connection, run).containsAll(suites)) {
                    if (names("variant", connection, run).containsAll(variants)) {
                        return Optional.of(run);
                    }
                    newest = newest.isPresent() ? newest : Optional.of(run);
                }
            }
            return newest;
        });
    }

    @Override
    public List<String> branches(String url) {
        return ask(
                url,
                List.of(),
                connection -> Sql.query(
                        connection,
                        "SELECT DISTINCT branch FROM touchstone_run r WHERE branch IS NOT NULL AND" + FINISHED
                                + " ORDER BY branch",
                        row -> row.getString(1)));
    }

    @Override
    public Baseline read(String url, String run, String source) {
        return ask(url, null, connection -> {
            Origin origin = Sql.query(
                            connection,
                            "SELECT id, started_millis, model, model_fingerprint, harness_version FROM touchstone_run WHERE id = ?",
                            PastBaselines::origin,
                            run)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new ComparisonRefused("the history " + url + " has no run " + run));
            return new Baseline(source, origin, null, suites(connection, run));
        });
    }

    private static List<String> newestFirst(Connection connection, String branch) throws SQLException {
        return Sql.query(
                connection,
                "SELECT id FROM touchstone_run r WHERE branch = ? AND" + FINISHED
                        + " ORDER BY started_millis DESC, id DESC",
                row -> row.getString(1),
                branch);
    }

    private static List<String> names(String column, Connection connection, String run) throws SQLException {
        return Sql.query(
                connection,
                "SELECT " + column + " FROM touchstone_suite WHERE run_id = ?",
                row -> row.getString(1),
                run);
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(2)).toString(),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }

    private static List<SuiteItems> suites(Connection connection, String run) throws SQLException {
        Map<Long, SuiteItems> heads = new LinkedHashMap<>();
        Sql.query(
                connection,
                "SELECT suite_key, suite, variant, data_sha256, shots, finished FROM touchstone_suite WHERE run_id = ? ORDER BY place",
                row -> heads.put(
                        row.getLong(1),
                        new SuiteItems(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getInt(6) == 1,
                                List.of())),
                run);
        List<SuiteItems> suites = new ArrayList<>();
        for (Map.Entry<Long, SuiteItems> head : heads.entrySet()) {
            suites.add(head.getValue().withItems(items(connection, head.getKey())));
        }
        return suites;
    }

    private static List<ItemSummary> items(Connection connection, long suite) throws SQLException {
        return Sql.query(
                connection,
                "SELECT id, prompt_sha256, gold, answer, outcome, scores, amounts, loglikelihoods FROM touchstone_item WHERE suite_key = ? ORDER BY place",
                row -> new ItemSummary(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        outcome(row.getString(5)),
                        numbers(row.getString(6)),
                        loglikelihoods(row.getString(8)),
                        numbers(row.getString(7))),
                suite);
    }

    private static Outcome outcome(String name) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.jsonName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ComparisonRefused(
                        "the history has an item with the outcome '" + name + "', which this version does not know"));
    }

    private static List<Double> loglikelihoods(@Nullable String json) {
        return json == null
                ? List.of()
                : MAPPER.readTree(json)
                        .valueStream()
                        .map(value -> value.isNull() ? Double.NEGATIVE_INFINITY : value.asDouble())
                        .toList();
    }

    private static Map<String, Double> numbers(String json) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        MAPPER.readTree(json)
                .properties()
                .forEach(
                        number -> numbers.put(number.getKey(), number.getValue().asDouble()));
        return numbers;
    }

    /** @param otherwise what holds of a history that was never written */
    private static <T> T ask(String url, T otherwise, Question<T> question) {
        if (!Database.exists(url)) {
            return otherwise;
        }
        try (Connection connection = Database.open(url)) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new ComparisonRefused(String.valueOf(e.getMessage()));
        }
    }
}
