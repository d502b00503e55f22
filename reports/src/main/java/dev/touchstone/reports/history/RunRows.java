package dev.touchstone.reports.history;

import dev.touchstone.gate.ItemSummary;
import dev.touchstone.gate.SuiteItems;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.result.GateResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Writes a run. Checks on a model are left out: they are the same today whatever they were yesterday. */
final class RunRows {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Connection connection;

    RunRows(Connection connection) {
        this.connection = connection;
    }

    /** All or nothing; what was there of the run, such as its first part before an interruption, is replaced. */
    void write(RunResult result, Checkout checkout) throws SQLException {
        connection.setAutoCommit(false);
        try {
            remove(result.run().id());
            writeRun(result.run(), checkout);
            int place = 0;
            for (SuiteResult suite : result.suites()) {
                if (!suite.isOfChecks()) {
                    writeSuite(result.run().id(), place++, suite);
                }
            }
            writeGates(result);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private void remove(String run) throws SQLException {
        for (String table : List.of("touchstone_item", "touchstone_metric")) {
            Sql.update(
                    connection,
                    "DELETE FROM " + table
                            + " WHERE suite_key IN (SELECT suite_key FROM touchstone_suite WHERE run_id = ?)",
                    run);
        }
        for (String table : List.of("touchstone_suite", "touchstone_gate")) {
            Sql.update(connection, "DELETE FROM " + table + " WHERE run_id = ?", run);
        }
        Sql.update(connection, "DELETE FROM touchstone_run WHERE id = ?", run);
    }

    private void writeRun(RunInfo run, Checkout checkout) throws SQLException {
        insert(
                "touchstone_run",
                run.id(),
                run.started().toEpochMilli(),
                run.model().name(),
                run.model().fingerprint(),
                run.harnessVersion(),
                checkout.branch(),
                checkout.commit());
    }

    private void writeSuite(String run, int place, SuiteResult suite) throws SQLException {
        long key = key(run, suite.suite(), suite.variant().id());
        OutcomeCounts outcomes = suite.outcomes();
        insert(
                "touchstone_suite",
                key,
                run,
                place,
                suite.suite(),
                suite.variant().id(),
                suite.data(),
                suite.dataSha256(),
                suite.shots(),
                suite.planned(),
                suite.finished() ? 1 : 0,
                outcomes.correct(),
                outcomes.wrong(),
                outcomes.noAnswer(),
                outcomes.measured(),
                outcomes.error());
        writeMetrics(key, suite.metrics());
        writeItems(key, SuiteItems.of(suite).items());
    }

    private void writeMetrics(long key, Map<String, Estimate> metrics) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        metrics.forEach((name, estimate) -> {
            Interval interval = estimate.interval95();
            rows.add(new @Nullable Object[] {
                key,
                rows.size(),
                name,
                defined(estimate.value()),
                defined(estimate.standardError()),
                interval == null ? null : defined(interval.low()),
                interval == null ? null : defined(interval.high()),
                estimate.n()
            });
        });
        Sql.insert(connection, "touchstone_metric", rows);
    }

    private void writeItems(long key, List<ItemSummary> items) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (ItemSummary item : items) {
            rows.add(new @Nullable Object[] {
                key,
                rows.size(),
                item.id(),
                item.promptSha256(),
                text(item.gold()),
                text(item.answer()),
                item.outcome().jsonName(),
                MAPPER.writeValueAsString(item.scores()),
                MAPPER.writeValueAsString(item.amounts()),
                loglikelihoods(item)
            });
        }
        Sql.insert(connection, "touchstone_item", rows);
    }

    /** JSON has no infinity. */
    private static @Nullable String loglikelihoods(ItemSummary item) {
        ArrayNode values = MAPPER.createArrayNode();
        item.loglikelihoods().forEach(value -> values.add(defined(value)));
        return values.isEmpty() ? null : values.toString();
    }

    private void writeGates(RunResult result) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (GateResult gate : result.gates()) {
            rows.add(new @Nullable Object[] {
                result.run().id(),
                rows.size(),
                gate.name(),
                gate.kind(),
                gate.verdict().name(),
                text(gate.evidence())
            });
        }
        Sql.insert(connection, "touchstone_gate", rows);
    }

    private void insert(String table, @Nullable Object... row) throws SQLException {
        Sql.insert(connection, table, List.<@Nullable Object[]>of(row));
    }

    private static @Nullable Double defined(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }

    /** PostgreSQL's texts hold every character but this one, and a model may write it. */
    private static String text(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** The first 8 bytes of a digest over the names. */
    private static long key(String... names) {
        try {
            byte[] all = String.join("\0", names).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(all))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
