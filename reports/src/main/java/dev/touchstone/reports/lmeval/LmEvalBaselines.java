package dev.touchstone.reports.lmeval;

import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.Baseline.Origin;
import dev.touchstone.gate.BaselineFormat;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.ItemSummary;
import dev.touchstone.gate.SuiteItems;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results of lm-evaluation-harness as a baseline: {@code results_*.json} with the {@code samples_*.jsonl} of the same time beside it, or the folder
 * that holds them, of which the newest count. Versions from 0.4.3 on write such files.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class LmEvalBaselines implements BaselineFormat {

    private static final Pattern RESULTS = Pattern.compile("results_(.+)\\.json");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public boolean isOf(Path place) {
        return results(place).isPresent();
    }

    @Override
    public Baseline read(Path place, String source, List<PlannedSuite> wanted) throws IOException {
        Path file = results(place).orElseThrow();
        JsonNode results = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        List<SuiteItems> suites = new ArrayList<>();
        for (PlannedSuite suite : wanted) {
            List<ItemSummary> items = items(suite, results, file);
            if (!items.isEmpty()) {
                suites.add(
                        new SuiteItems(suite.suite().id(), variant(results), "", shots(suite, results), true, items));
            }
        }
        if (suites.isEmpty()) {
            throw new ComparisonRefused("baseline " + file + " of lm-evaluation-harness has none of the tasks "
                    + String.join(
                            ", ",
                            wanted.stream().flatMap(LmEvalBaselines::tasks).toList()) + "; it has: "
                    + String.join(", ", results.path("results").propertyNames()));
        }
        return new Baseline(source, origin(results, file), null, suites);
    }

    private static List<ItemSummary> items(PlannedSuite suite, JsonNode results, Path file) throws IOException {
        TaskNames names = names(suite);
        List<ItemSummary> items = new ArrayList<>();
        for (PlannedSubject planned : suite.subjects()) {
            String subject = planned.subject().id();
            String task = names.task(subject);
            if (results.path("results").has(task)) {
                items.addAll(new SampleReader(suite.suite().id() + "/" + subject + "#", filters(task, results))
                        .read(samples(file, task)));
            }
        }
        return items;
    }

    private static List<String> filters(String task, JsonNode results) {
        return results.path("configs")
                .path(task)
                .path("filter_list")
                .valueStream()
                .map(filter -> filter.path("name").asString(""))
                .toList();
    }

    private static Path samples(Path file, String task) {
        String name = "samples_" + task + "_" + stamp(file) + ".jsonl";
        Path samples = file.resolveSibling(name);
        if (!Files.isRegularFile(samples)) {
            throw new ComparisonRefused("baseline " + file + " has no samples of task " + task + ": " + name
                    + " is not beside it; run lm_eval with --log_samples");
        }
        return samples;
    }

    private static TaskNames names(PlannedSuite suite) {
        return new TaskNames(
                suite.suite().id(),
                suite.dataKind(),
                suite.subjects().stream().map(planned -> planned.subject().id()).toList());
    }

    private static Stream<String> tasks(PlannedSuite suite) {
        return suite.subjects().stream()
                .map(planned -> names(suite).task(planned.subject().id()));
    }

    private static int shots(PlannedSuite suite, JsonNode results) {
        return tasks(suite)
                .mapToInt(task -> results.path("n-shot").path(task).asInt(0))
                .max()
                .orElse(0);
    }

    private static Origin origin(JsonNode results, Path file) {
        return new Origin(
                "results_" + stamp(file),
                results.path("date").isNumber()
                        ? Instant.ofEpochMilli(
                                        (long) (1000 * results.path("date").asDouble()))
                                .toString()
                        : "",
                results.path("model_name").asString("unknown model"),
                results.path("config").path("model_sha").asString("of unknown fingerprint"),
                "lm_eval " + results.path("lm_eval_version").asString("of unknown version"));
    }

    private static String variant(JsonNode results) {
        return results.path("config").path("model_dtype").asString("native").replaceFirst("^torch\\.", "");
    }

    private static Optional<Path> results(Path place) {
        if (Files.isRegularFile(place) && matcher(place).matches()) {
            return Optional.of(place);
        }
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> matcher(file).matches())
                    .max(Comparator.comparing(file -> file.getFileName().toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String stamp(Path file) {
        Matcher matcher = matcher(file);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static Matcher matcher(Path file) {
        return RESULTS.matcher(String.valueOf(file.getFileName()));
    }
}
