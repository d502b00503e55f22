package dev.touchstone.reports.history;

import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the suites of a run did in the past, on the same data, with the same shots, under the same variant of a model of the same name. */
final class Trend {

    /** As many as a small chart can tell apart. */
    private static final int RUNS = 50;

    private static final String POINTS = """
            SELECT r.id, r.started_millis, r.branch, r.commit_id, r.model_fingerprint, r.harness_version, m.score, m.ci_low, m.ci_high, m.n
            FROM touchstone_suite s
            JOIN touchstone_run r ON r.id = s.run_id
            JOIN touchstone_metric m ON m.suite_key = s.suite_key
            WHERE s.suite = ? AND s.variant = ? AND s.data_sha256 = ? AND s.shots = ? AND s.planned = ? AND s.finished = 1
              AND r.model = ? AND m.name = ?
            ORDER BY r.started_millis DESC, r.id DESC
            """;

    private final Connection connection;

    Trend(Connection connection) {
        this.connection = connection;
    }

    /** {@code {"trends": [{suite, variant, metric, runs: [the oldest first]}]}}, of each suite by its first metric. */
    ObjectNode of(RunResult result) throws SQLException {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", 1);
        ArrayNode trends = node.putArray("trends");
        for (SuiteResult suite : result.suites()) {
            if (!suite.isOfChecks() && !suite.metrics().isEmpty()) {
                trends.add(of(suite, result.run().model().name()));
            }
        }
        return node;
    }

    private ObjectNode of(SuiteResult suite, String model) throws SQLException {
        String metric = suite.metrics().keySet().iterator().next();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("suite", suite.suite()).put("variant", suite.variant().id()).put("metric", metric);
        ArrayNode runs = node.putArray("runs");
        try (PreparedStatement statement = connection.prepareStatement(POINTS)) {
            statement.setMaxRows(RUNS);
            statement.setString(1, suite.suite());
            statement.setString(2, suite.variant().id());
            statement.setString(3, suite.dataSha256());
            statement.setInt(4, suite.shots());
            statement.setInt(5, suite.planned());
            statement.setString(6, model);
            statement.setString(7, metric);
            oldestFirst(statement).forEach(runs::add);
        }
        return node;
    }

    private static Deque<ObjectNode> oldestFirst(PreparedStatement statement) throws SQLException {
        Deque<ObjectNode> points = new ArrayDeque<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                points.addFirst(point(row));
            }
        }
        return points;
    }

    private static ObjectNode point(ResultSet row) throws SQLException {
        ObjectNode point = JsonNodeFactory.instance
                .objectNode()
                .put("run", row.getString(1))
                .put("started", Instant.ofEpochMilli(row.getLong(2)).toString())
                .put("branch", row.getString(3))
                .put("commit", row.getString(4))
                .put("modelFingerprint", row.getString(5))
                .put("harnessVersion", row.getString(6));
        double value = row.getDouble(7);
        if (row.wasNull()) {
            return point.putNull("value").put("n", row.getInt(10));
        }
        point.put("value", value).put("n", row.getInt(10));
        double low = row.getDouble(8);
        if (!row.wasNull()) {
            point.putArray("ci95").add(low).add(row.getDouble(9));
        }
        return point;
    }
}
