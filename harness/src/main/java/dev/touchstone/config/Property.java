package dev.touchstone.config;

import dev.touchstone.suites.MetricName;
import dev.touchstone.suites.MetricName.Of;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Every property that a run understands. Each is set on Maven's command line as {@code -DNAME=VALUE}, or as the JUnit configuration
 * parameter {@code touchstone.NAME} (in {@code junit-platform.properties}, say), which wins when both are set.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Property {
    SUITE(
            "suite",
            "What to evaluate.",
            "suite, suite/group, suite/subject, suite/subject#item, a file or folder as for include, several separated by commas; * stands for any text in a subject; all (every benchmark, without sanity)",
            "none: nothing is evaluated",
            "ceval,mmlu/*law*"),
    MODEL(
            "model",
            "The model to evaluate.",
            "reference (the small model that comes with the harness), gguf:FILE, hf:FOLDER",
            "reference",
            "gguf:models/small.gguf"),
    DATA(
            "data",
            "Where the items come from: a folder with the published files of the suites, or the mini items that come with the harness.",
            "auto (the mini items for the built-in model; any other model needs to be told), mini, mini-held-back (about facts that the built-in model was never taught), a folder",
            "auto",
            "../data"),
    INCLUDE(
            "include",
            "More suites, to be named in -Dsuite: folders with a suite.yaml, and task files of lm-evaluation-harness, or folders with them.",
            "files and folders, several separated by commas",
            "none",
            "suites/capitals,tasks/arc"),
    PRECISION(
            "precision",
            "How the weights are held and computed with. Each one named is a variant of the model that answers the same items.",
            "native, fp32, fp16, bf16, fp8-e4m3, fp8-e5m2, int8, int8-asym, w8a16, int4, int4-asym, int2, ternary, nf4, nf4-dq, "
                    + "sparse-P and channel-P with P from 1 to 99, sparse-2:4; several separated by commas",
            "native: as stored",
            "fp32,int8,int4"),
    FORM(
            "form",
            "How the choices of an item are put: options in the prompt and letters scored, or no options and their texts scored; both runs suites "
                    + "that have both in one after the other, and says which is better.",
            "letters, cloze, both",
            "the suite's, as in lm-evaluation-harness; cloze for the mini items of C-Eval and MMLU",
            "cloze"),
    METRICS(
            "metrics",
            "Further metrics of multiple-choice suites, where they apply. acc_mutual_info asks the model as many requests again.",
            String.join(", ", furtherMetrics()) + ", several separated by commas",
            "the suite's, as in lm-evaluation-harness, and what else the answers can tell",
            "acc_bytes,f1_weighted"),
    AUDIT(
            "audit",
            "Looks the data of the suites over, in place of evaluating a model: size, duplicates, balance, lengths, damaged texts.",
            "true, false",
            "false",
            "true"),
    SHOTS(
            "shots",
            "How many solved examples stand before each question.",
            "a number from 0 to what the suite publishes",
            "the suite's, as in lm-evaluation-harness",
            "5"),
    LIMIT(
            "limit",
            "Evaluates the first N items of each subject, in the file's order.",
            "a number from 1",
            "all items",
            "10"),
    SAMPLE(
            "sample",
            "Evaluates a random sample of each subject, drawn with the seed.",
            "a number from 1, or a percentage above 0 % and up to 100 %",
            "all items",
            "10%"),
    SEED("seed", "Seed of everything random.", "a whole number", "1234", "7"),
    THREADS("threads", "Threads that compute. They never change a result.", "a number from 1", "all cores", "2"),
    MEMORY(
            "memory",
            "Most memory that a model on the JVM takes for keys and values of the tokens it has read. With less than a run needs, some are "
                    + "computed again; it never changes a result.",
            "a number from 1 and m (MiB) or g (GiB)",
            "a quarter of the heap",
            "2g"),
    SIMD(
            "simd",
            "Kernels of the models that run on the JVM. They never change a result.",
            "auto, scalar",
            "auto",
            "scalar"),
    RESUME(
            "resume",
            "Whether an interrupted run with the same model, data and settings is continued.",
            "true, false",
            "true",
            "false"),
    OUTPUT("output", "The folder for results.", "a folder", "target/touchstone", "build/results"),
    BASELINE(
            "baseline",
            "The run to compare with. Alone it means gate.regression=0.",
            "a results.json, its folder, or a recorded baseline file; a run id in the output folder; latest (the newest finished run there), each followed by #VARIANT where it holds several; first (this run's first variant)",
            "none: nothing is compared",
            "baselines/ceval.json"),
    GATE_REGRESSION(
            "gate.regression",
            "Fails when a suite got significantly worse than the baseline and dropped by more than this.",
            "a share such as 1% or 0.01, from 0 to below 100 %; for one suite SUITE=SHARE; several separated by commas",
            "no such gate",
            "0,gsm8k=1%"),
    GATE_DETECT(
            "gate.detect",
            "The drop that must be excluded for the regression gate to pass; until then it is inconclusive.",
            "a share above 0 % and below 100 %; for one suite SUITE=SHARE; several separated by commas",
            "2%, or gate.regression where that is more",
            "1%"),
    GATE_NON_INFERIORITY(
            "gate.non-inferiority",
            "Passes when a suite was shown to have dropped by less than this, fails when it was shown to have dropped by more.",
            "a share above 0 % and below 100 %; for one suite SUITE=SHARE; several separated by commas",
            "no such gate",
            "2%"),
    GATE_FLIPS(
            "gate.flips",
            "The largest share of items on which a suite may differ from the baseline, right here and wrong there.",
            "a share from 0 % to below 100 %; for one suite SUITE=SHARE; several separated by commas",
            "no such gate",
            "5%"),
    GATE_PERPLEXITY(
            "gate.perplexity",
            "The largest ratio of a suite's perplexity to the baseline's.",
            "a number above 0; for one suite SUITE=NUMBER; several separated by commas",
            "no such gate",
            "1.02"),
    GATE_LENGTH(
            "gate.length",
            "The band for the ratio of generated tokens to the baseline's.",
            "FROM..TO with shares or numbers, 0 at least; for one suite SUITE=FROM..TO; several separated by commas",
            "no such gate",
            "90%..110%"),
    GATE_MIN(
            "gate.min",
            "The least value of a metric.",
            "a number or share for each suite's first metric; METRIC=NUMBER, SUITE/METRIC=NUMBER; several separated by commas",
            "no such gate",
            "acc=25%,gsm8k/exact_match=30%"),
    GATE_NO_ANSWER(
            "gate.no-answer",
            "The largest share of items without an answer that could be read.",
            "a share from 0 % to below 100 %; for one suite SUITE=SHARE; several separated by commas",
            "no such gate",
            "2%"),
    GATE_ERROR(
            "gate.error",
            "The largest share of items that could not be evaluated. Such items fail the build anyway; this also shows the share.",
            "a share from 0 % to below 100 %; for one suite SUITE=SHARE; several separated by commas",
            "no such gate",
            "0"),
    GATE_METRIC(
            "gate.metric",
            "The metric that regression and non-inferiority look at.",
            "a metric that each item has a value of; for one suite SUITE=METRIC; several separated by commas",
            "each suite's first; right or wrong where its subjects have none in common",
            "ceval=acc_norm"),
    GATE_LEVEL(
            "gate.level",
            "The significance level: how often a gate may fail a candidate that is as good as the baseline.",
            "a share above 0 % and up to 50 %",
            "5%",
            "1%"),
    GATE_POWER(
            "gate.power",
            "The power for which the evidence names the smallest effect that would have been seen, and the items needed.",
            "a share from 50 % to below 100 %",
            "80%",
            "90%"),
    GATE_INCONCLUSIVE(
            "gate.inconclusive",
            "What becomes of the build when a gate is inconclusive.",
            "pass, fail",
            "pass",
            "fail"),
    GATE_SEQUENTIAL(
            "gate.sequential",
            "Asks the items in random order, looks at the regression gates on the way, and stops a suite as soon as they have decided.",
            "false, true",
            "false",
            "true"),
    GATE_ITEMS(
            "gate.items",
            "Whether both runs must have the same items, or those that both have are compared.",
            "same, common",
            "same",
            "common"),
    GATE_ACCEPT(
            "gate.accept",
            "Records a baseline, in the file that the property baseline names: this run, or an earlier one without evaluating anything. Nothing is compared then.",
            "false, true (this run), latest, a run id in the output folder",
            "false",
            "true"),
    GATE_FILE(
            "gate.file",
            "A YAML file with baseline and gates: the keys baseline and gate, below which stand the names above without their prefix. Properties win.",
            "a file",
            "touchstone.yaml, if there is one",
            "ci/touchstone.yaml");

    /** Prefix of the properties of gates. */
    static final String GATE_PREFIX = "gate.";

    /** Prefix of the JUnit configuration parameters. */
    public static final String PREFIX = "touchstone.";

    private final String key;
    private final String meaning;
    private final String legalValues;
    private final String defaultValue;
    private final String example;

    Property(String key, String meaning, String legalValues, String defaultValue, String example) {
        this.key = key;
        this.meaning = meaning;
        this.legalValues = legalValues;
        this.defaultValue = defaultValue;
        this.example = example;
    }

    /** The name on the command line. */
    public String key() {
        return key;
    }

    /** One sentence on what it does. */
    public String meaning() {
        return meaning;
    }

    /** What may be set, in words. */
    public String legalValues() {
        return legalValues;
    }

    /** What holds when it is not set, in words. */
    public String defaultValue() {
        return defaultValue;
    }

    /** A value that is legal. */
    public String example() {
        return example;
    }

    /** What can be computed of multiple-choice items: the legal values of {@link #METRICS}. */
    static List<String> furtherMetrics() {
        return MetricName.keys(Of.CHOICES, Of.LABELS, Of.PROBABILITIES, Of.SCALE);
    }

    /** What to say of a value that is not legal. */
    String malformed(String value) {
        return "property '" + key + "' is '" + value + "'; legal: " + legalValues + " (such as -D" + key + "=" + example
                + ")";
    }

    /** All names, in the order of this class. */
    static List<String> keys() {
        return Arrays.stream(values()).map(Property::key).toList();
    }

    /** The names that could have been meant by another one, in one line, for messages: those of gates only where a gate was meant. */
    static String choices(String meant) {
        Map<Boolean, List<String>> areGates =
                keys().stream().collect(Collectors.partitioningBy(key -> key.startsWith(GATE_PREFIX)));
        return meant.startsWith(GATE_PREFIX)
                ? String.join(", ", areGates.get(true))
                : String.join(", ", areGates.get(false)) + ", gate.NAME";
    }

    static Optional<Property> of(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
    }
}
