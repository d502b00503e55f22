package dev.touchstone.config;

import dev.touchstone.config.RunConfiguration.DataChoice;
import dev.touchstone.config.RunConfiguration.LogitChoice;
import dev.touchstone.config.RunConfiguration.Subset;
import dev.touchstone.hardware.HostProcessor;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Attention;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.suites.Task.Form;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads a {@link RunConfiguration}. What is wrong is collected, not thrown, so that a user sees all of it at once. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ConfigurationReader {

    private static final Pattern PRECISION_NAME = Pattern.compile("[a-z0-9][a-z0-9.:-]*");

    /** Nine digits are more gibibytes than any machine has, and fit in a long as bytes. */
    private static final Pattern MEMORY = Pattern.compile("([1-9][0-9]{0,8})([mg])");

    private final PropertyValues values;

    /**
     * @param lookup finds a property by its whole name
     */
    public ConfigurationReader(Function<String, Optional<String>> lookup) {
        this.values = new PropertyValues(lookup);
    }

    /**
     * Reads and checks all properties.
     *
     * @param allNames names of everything that is set, to find misspelt ones among them
     */
    public RunConfiguration read(Collection<String> allNames) {
        new UnknownProperties(allNames).problems().forEach(values::problem);
        GateFile file = gateFile();
        file.problems().forEach(values::problem);
        values.fallBackTo(file.values());
        long seed = values.wholeNumber(Property.SEED, 1234);
        Path output = output();
        return new RunConfiguration(
                text(Property.SUITE),
                text(Property.MODEL),
                text(Property.DATA).flatMap(this::data),
                include(),
                precisions(),
                text(Property.PROFILE).orElse(HostProcessor.NAME),
                values.named(Property.LOGITS, LogitChoice.COMPARE),
                values.named(Property.KERNEL, Attention.AUTO),
                text(Property.CALIBRATION).flatMap(value -> path(Property.CALIBRATION, value)),
                forms(),
                metrics(),
                values.isTrue(Property.AUDIT, false),
                text(Property.SPLIT),
                shots(),
                new AskingReader(values).read(seed),
                subset(),
                seed,
                values.count(Property.THREADS, 1, Runtime.getRuntime().availableProcessors()),
                text(Property.MEMORY).map(this::memory).orElseGet(ModelOptions::defaultCacheBytes),
                values.named(Property.SIMD, Simd.AUTO),
                values.isTrue(Property.RESUME, true),
                output,
                history(output),
                new GateReader(values).read(),
                values.given());
    }

    /** What was found wrong, each in one line; empty when all is well. */
    public List<String> problems() {
        return List.copyOf(values.problems());
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
            values.problem("property 'precision' is '" + value + "', which names one of them twice; name each once");
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
        return value.isPresent() ? OptionalInt.of(values.count(Property.SHOTS, value.get(), 0)) : OptionalInt.empty();
    }

    private Subset subset() {
        Optional<String> limit = text(Property.LIMIT);
        Optional<String> sample = text(Property.SAMPLE);
        if (limit.isPresent() && sample.isPresent()) {
            values.problem("properties 'limit' and 'sample' exclude each other; set one of them");
        }
        if (limit.isPresent()) {
            return new Subset.First(values.count(Property.LIMIT, limit.get(), 1));
        }
        return sample.map(this::sample).orElseGet(Subset.All::new);
    }

    private Subset sample(String value) {
        if (!value.endsWith("%")) {
            return new Subset.Sample(values.count(Property.SAMPLE, value, 1));
        }
        try {
            double percent = Double.parseDouble(value.substring(0, value.length() - 1));
            if (percent > 0 && percent <= 100) {
                return new Subset.Share(percent);
            }
        } catch (NumberFormatException e) {
            // as malformed as a number that is out of range
        }
        malformed(Property.SAMPLE, value);
        return new Subset.All();
    }

    private long memory(String value) {
        Matcher matcher = MEMORY.matcher(value);
        if (!matcher.matches()) {
            malformed(Property.MEMORY, value);
            return ModelOptions.defaultCacheBytes();
        }
        return Long.parseLong(matcher.group(1)) << (matcher.group(2).equals("g") ? 30 : 20);
    }

    private Path output() {
        return text(Property.OUTPUT)
                .flatMap(value -> path(Property.OUTPUT, value))
                .orElse(Path.of("target", "touchstone"));
    }

    /** The properties of reports are checked here with it: reports find them in the run's record. */
    private Optional<String> history(Path output) {
        values.isTrue(Property.LM_EVAL, true);
        text(Property.BRANCH);
        Optional<String> given = text(Property.HISTORY);
        if (given.filter(HistoryUrl::holdsPassword).isPresent()) {
            values.given().remove(Property.HISTORY.key());
            values.problem(
                    "property 'history' holds a password, which would be recorded with the run; set the environment variables "
                            + "TOUCHSTONE_HISTORY_USER and TOUCHSTONE_HISTORY_PASSWORD, and leave it out of the URL");
            return Optional.empty();
        }
        given.filter(url -> !HistoryUrl.isLegal(url)).ifPresent(url -> malformed(Property.HISTORY, url));
        return HistoryUrl.of(given, output);
    }

    private Optional<Path> path(Property property, String value) {
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            malformed(property, value);
            return Optional.empty();
        }
    }

    private Optional<String> text(Property property) {
        return values.text(property);
    }

    private void malformed(Property property, String value) {
        values.malformed(property, value);
    }
}
