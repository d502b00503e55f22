package dev.touchstone.run;

import dev.touchstone.config.RunConfiguration;
import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.BaselineFormat;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.GatePlan.SuiteUnderVariant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds and reads baselines by the names that the property {@code baseline} takes: a file, a folder, a run's id, {@code latest}, or
 * {@code branch:NAME}; or a file or folder of another program's results; each may end in {@code #VARIANT}.
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
    private final PastRuns history;
    private final List<SuiteUnderVariant> suites;

    /** @param suites what is to be compared; a branch's newest run must have evaluated all of them */
    public Baselines(RunConfiguration configuration, List<SuiteUnderVariant> suites) {
        this.output = configuration.output();
        this.history = new PastRuns(configuration.history());
        this.suites = suites;
    }

    /** Why there is no such baseline, in one line; empty when there is one. Reads no more than names. */
    public Optional<String> problem(String name) {
        try {
            String plain = withoutVariant(name);
            return find(plain).isPresent() || past(name).isPresent() ? Optional.empty() : Optional.of(notFound(plain));
        } catch (ComparisonRefused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a baseline.
     *
     * @throws ComparisonRefused if it can't be read
     */
    public Baseline read(String name) {
        String plain = withoutVariant(name);
        Optional<Path> file = find(plain);
        Baseline baseline = file.isPresent()
                ? read(file.get(), plain)
                : past(name)
                        .map(run -> history.read(run, plain))
                        .orElseThrow(() -> new ComparisonRefused(notFound(plain)));
        return baseline.withVariant(variant(name));
    }

    private Baseline read(Path file, String name) {
        try {
            Optional<BaselineFormat> format = format(file);
            if (format.isPresent()) {
                return format.get().read(file, name, SuiteUnderVariant.once(suites));
            }
            JsonNode tree = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
            return BaselineJson.isBaseline(tree)
                    ? BaselineJson.read(tree, name)
                    : new ResultsReader(file).read(tree, name);
        } catch (IOException e) {
            throw new ComparisonRefused("baseline " + file + " can't be read (" + e + ")");
        } catch (JacksonException e) {
            throw new ComparisonRefused("baseline " + file
                    + " is neither a results.json nor a recorded baseline, or is damaged: "
                    + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Optional<BaselineFormat> format(Path place) {
        return ServiceLoader.load(BaselineFormat.class, Baselines.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(format -> format.isOf(place))
                .findFirst();
    }

    private Optional<String> past(String name) {
        String variant = variant(name);
        return history.find(
                withoutVariant(name), names(), variant == null ? all(SuiteUnderVariant::variant) : Set.of(variant));
    }

    private Set<String> names() {
        return all(suite -> suite.planned().suite().id());
    }

    private Set<String> all(Function<SuiteUnderVariant, String> part) {
        return suites.stream().map(part).collect(Collectors.toCollection(TreeSet::new));
    }

    private String notFound(String name) {
        if (PastRuns.isBranch(name)) {
            return history.noRunOf(name, names());
        }
        List<String> runs = finishedRuns().stream()
                .limit(NAMED)
                .map(folder -> folder.getFileName().toString())
                .toList();
        String there = runs.isEmpty()
                ? "has no finished run"
                : "has, newest first, the finished runs " + String.join(", ", runs);
        return "baseline '" + name + "' was not found: there is no such file, and " + output + " " + there
                + history.inWords() + "; run once with -Dgate.accept=true and -Dbaseline=FILE.json to record one";
    }

    private Optional<Path> find(String name) {
        if (PastRuns.isBranch(name)) {
            return Optional.empty();
        }
        if (name.equals(LATEST)) {
            return finishedRuns().stream().findFirst().map(folder -> folder.resolve(RESULTS));
        }
        if (Files.exists(path(name)) && format(path(name)).isPresent()) {
            return Optional.of(path(name));
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

    private static String withoutVariant(String name) {
        String variant = variant(name);
        return variant == null ? name : name.substring(0, name.length() - variant.length() - 1);
    }

    /** What stands after the last {@code #}, unless that is part of a file's name. */
    private static @Nullable String variant(String name) {
        int hash = name.lastIndexOf('#');
        return hash < 0 || !PastRuns.isBranch(name) && Files.exists(path(name)) ? null : name.substring(hash + 1);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new ComparisonRefused("baseline '" + name + "' is no name of a file: " + e.getReason());
        }
    }
}
