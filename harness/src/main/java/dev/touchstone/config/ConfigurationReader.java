package dev.touchstone.config;

import dev.touchstone.config.RunConfiguration.DataChoice;
import dev.touchstone.config.RunConfiguration.Subset;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.suites.Task.Form;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Reads a {@link RunConfiguration}. What is wrong is collected, not thrown, so that a user sees all of it at once. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ConfigurationReader {

    private static final Pattern PRECISION_NAME = Pattern.compile("[a-z0-9][a-z0-9.:-]*");

    /** Nine digits are more gibibytes than any machine has, and fit in a long as bytes. */
    private static final Pattern MEMORY = Pattern.compile("([1-9][0-9]{0,8})([mg])");

    private final Function<String, Optional<String>> lookup;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private Map<String, String> fallback = Map.of();

    /**
     * @param lookup finds a property by its whole name
     */
    public ConfigurationReader(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /**
     * Reads and checks all properties.
     *
     * @param allNames names of everything that is set, to find misspelt ones among them
     */
    public RunConfiguration read(Collection<String> allNames) {
        problems.addAll(new UnknownProperties(allNames).problems());
        GateFile file = gateFile();
        problems.addAll(file.problems());
        fallback = file.values();
        return new RunConfiguration(
                text(Property.SUITE),
                text(Property.MODEL),
                text(Property.DATA).flatMap(this::data),
                include(),
                precisions(),
                forms(),
                metrics(),
                flag(Property.AUDIT, "false"),
                shots(),
                subset(),
                text(Property.SEED)
                        .map(value -> wholeNumber(Property.SEED, value))
                        .orElse(1234L),
                text(Property.THREADS)
                        .map(value -> count(Property.THREADS, value, 1))
                        .orElseGet(() -> Runtime.getRuntime().availableProcessors()),
                text(Property.MEMORY).map(this::memory).orElseGet(ModelOptions::defaultCacheBytes),
                simd(),
                flag(Property.RESUME, "true"),
                text(Property.OUTPUT)
                        .flatMap(value -> path(Property.OUTPUT, value))
                        .orElse(Path.of("target", "touchstone")),
                new GateReader(this::text, problems).read(),
                given);
    }

    /** What was found wrong, each in one line; empty when all is well. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private Optional<String> text(Property property) {
        Optional<String> value = lookup.apply(Property.PREFIX + property.key())
                .or(() -> lookup.apply(property.key()))
                .or(() -> Optional.ofNullable(fallback.get(property.key())));
        Optional<String> trimmed = value.map(String::strip);
        if (trimmed.isPresent() && trimmed.get().isEmpty()) {
            malformed(property, trimmed.get());
            return Optional.empty();
        }
        trimmed.ifPresent(v -> given.put(property.key(), v));
        return trimmed;
    }

    private GateFile gateFile() {
        return text(Property.GATE_FILE)
                .flatMap(value -> path(Property.GATE_FILE, value))
                .map(GateFile::named)
                .orElseGet(GateFile::inWorkingDirectory);
    }

    private Optional<DataChoice> data(String value) {
        return switch (value) {
            case "auto" -> Optional.empty();
            case "mini" -> Optional.of(new DataChoice.Mini());
            case "mini-held-back" -> Optional.of(new DataChoice.HeldBack());
            default -> path(Property.DATA, value).map(DataChoice.Folder::new);
        };
    }

    private List<Path> include() {
        return text(Property.INCLUDE).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .flatMap(term -> path(Property.INCLUDE, term.strip()).stream())
                .toList();
    }

    private List<String> metrics() {
        String value = text(Property.METRICS).orElse("");
        List<String> metrics = Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(metric -> !metric.isEmpty())
                .distinct()
                .toList();
        if (!Property.furtherMetrics().containsAll(metrics)) {
            malformed(Property.METRICS, value);
            return List.of();
        }
        return metrics;
    }

    /** Which names there are is the model's business; here they are only told apart. */
    private List<String> precisions() {
        String value = text(Property.PRECISION).orElse(ModelOptions.NATIVE);
        List<String> names =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        if (!names.stream().allMatch(PRECISION_NAME.asMatchPredicate())) {
            malformed(Property.PRECISION, value);
            return List.of(ModelOptions.NATIVE);
        }
        List<String> distinct = names.stream().distinct().toList();
        if (distinct.size() < names.size()) {
            problems.add("property 'precision' is '" + value + "', which names one of them twice; name each once");
        }
        return distinct;
    }

    private List<Form> forms() {
        String value = text(Property.FORM).orElse("");
        switch (value) {
            case "":
                return List.of();
            case "letters":
                return List.of(Form.LETTERS);
            case "cloze":
                return List.of(Form.CLOZE);
            case "both":
                return List.of(Form.LETTERS, Form.CLOZE);
            default:
                malformed(Property.FORM, value);
                return List.of();
        }
    }

    private OptionalInt shots() {
        Optional<String> value = text(Property.SHOTS);
        return value.isPresent() ? OptionalInt.of(count(Property.SHOTS, value.get(), 0)) : OptionalInt.empty();
    }

    private Subset subset() {
        Optional<String> limit = text(Property.LIMIT);
        Optional<String> sample = text(Property.SAMPLE);
        if (limit.isPresent() && sample.isPresent()) {
            problems.add("properties 'limit' and 'sample' exclude each other; set one of them");
        }
        if (limit.isPresent()) {
            return new Subset.First(count(Property.LIMIT, limit.get(), 1));
        }
        return sample.map(this::sample).orElseGet(Subset.All::new);
    }

    private Subset sample(String value) {
        if (!value.endsWith("%")) {
            return new Subset.Sample(count(Property.SAMPLE, value, 1));
        }
        Double percent = parsed(value.substring(0, value.length() - 1), Double::valueOf);
        if (percent == null || !(percent > 0 && percent <= 100)) {
            malformed(Property.SAMPLE, value);
            return new Subset.All();
        }
        return new Subset.Share(percent);
    }

    private long memory(String value) {
        Matcher matcher = MEMORY.matcher(value);
        if (!matcher.matches()) {
            malformed(Property.MEMORY, value);
            return ModelOptions.defaultCacheBytes();
        }
        return Long.parseLong(matcher.group(1)) << (matcher.group(2).equals("g") ? 30 : 20);
    }

    private Simd simd() {
        String value = text(Property.SIMD).orElse("auto");
        switch (value) {
            case "auto":
                return Simd.AUTO;
            case "scalar":
                return Simd.SCALAR;
            default:
                malformed(Property.SIMD, value);
                return Simd.AUTO;
        }
    }

    private boolean flag(Property property, String otherwise) {
        String value = text(property).orElse(otherwise);
        if (!value.equals("true") && !value.equals("false")) {
            malformed(property, value);
        }
        return value.equals("true");
    }

    private int count(Property property, String value, int least) {
        Integer count = parsed(value, Integer::valueOf);
        if (count == null || count < least) {
            malformed(property, value);
            return least;
        }
        return count;
    }

    private long wholeNumber(Property property, String value) {
        Long number = parsed(value, Long::valueOf);
        if (number == null) {
            malformed(property, value);
            return 0;
        }
        return number;
    }

    private Optional<Path> path(Property property, String value) {
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            malformed(property, value);
            return Optional.empty();
        }
    }

    private void malformed(Property property, String value) {
        problems.add(property.malformed(value));
    }

    private static <T> @Nullable T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
