package dev.touchstone.run;

import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.ComparisonRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds and reads baselines by the names that the property {@code baseline} takes: a file, a folder, a run's id, or {@code latest}; each may end in
 * {@code #VARIANT}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Baselines {

    /** The newest finished run. */
    public static final String LATEST = "latest";

    private static final String RESULTS = "results.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Runs that a message names. */
    private static final int NAMED = 5;

    private final Path output;

    /** @param output the folder of all runs */
    public Baselines(Path output) {
        this.output = output;
    }

    /** Why there is no such baseline, in one line; empty when there is one. Reads no more than names. */
    public Optional<String> problem(String name) {
        try {
            return find(withoutVariant(name)).isPresent() ? Optional.empty() : Optional.of(notFound(name));
        } catch (ComparisonRefused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private String notFound(String name) {
        List<String> runs = finishedRuns().stream()
                .limit(NAMED)
                .map(folder -> folder.getFileName().toString())
                .toList();
        String there = runs.isEmpty()
                ? "has no finished run"
                : "has, newest first, the finished runs " + String.join(", ", runs);
        return "baseline '" + name + "' was not found: there is no such file, and " + output + " " + there
                + "; run once with -Dgate.accept=true and -Dbaseline=FILE.json to record one";
    }

    /**
     * Reads a baseline.
     *
     * @throws ComparisonRefused if it can't be read
     */
    public Baseline read(String name) {
        Path file = find(withoutVariant(name)).orElseThrow(() -> new ComparisonRefused(notFound(name)));
        try {
            JsonNode tree = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
            Baseline baseline = BaselineJson.isBaseline(tree)
                    ? BaselineJson.read(tree, withoutVariant(name))
                    : new ResultsReader(file).read(tree, withoutVariant(name));
            return baseline.withVariant(variant(name));
        } catch (IOException e) {
            throw new ComparisonRefused("baseline " + file + " can't be read (" + e + ")");
        } catch (JacksonException e) {
            throw new ComparisonRefused("baseline " + file
                    + " is neither a results.json nor a recorded baseline, or is damaged: "
                    + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
        }
    }

    private Optional<Path> find(String name) {
        if (name.equals(LATEST)) {
            return finishedRuns().stream().findFirst().map(folder -> folder.resolve(RESULTS));
        }
        return Stream.of(
                        path(name),
                        path(name).resolve(RESULTS),
                        output.resolve(path(name)).resolve(RESULTS))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Folders of the runs that came to their end, the newest first. The run that is being made is none of them. */
    private List<Path> finishedRuns() {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(output)) {
            return folders.filter(folder -> !Files.isSymbolicLink(folder))
                    .filter(folder -> Files.isRegularFile(folder.resolve(RESULTS)))
                    .filter(RunFolder::isFinished)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the output folder " + output, e);
        }
    }

    private String withoutVariant(String name) {
        String variant = variant(name);
        return variant == null ? name : name.substring(0, name.length() - variant.length() - 1);
    }

    /** What stands after the last {@code #}, unless that is part of a file's name. */
    private @Nullable String variant(String name) {
        int hash = name.lastIndexOf('#');
        return hash < 0 || Files.exists(path(name)) ? null : name.substring(hash + 1);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ComparisonRefused("baseline '" + name + "' is no name of a file: " + e.getReason());
        }
    }
}
