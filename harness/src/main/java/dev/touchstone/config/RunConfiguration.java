package dev.touchstone.config;

import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.suites.Task.Form;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The properties of a run as values.
 *
 * @param suite the suite expression, if set
 * @param model the model's name, if set; the built-in model when empty
 * @param data where items come from, if set; the mini items for the built-in model when empty
 * @param include files and folders with further suites
 * @param precisions how the weights are computed with, a variant each, in order; at least one
 * @param forms how the choices of an item are put: one form, or letters and cloze one after the other; the suite's own form when empty
 * @param metrics further metrics of multiple-choice suites
 * @param audit whether data are looked over, and no model is evaluated
 * @param shots shots in each prompt; the suite's own number when empty
 * @param subset which items of each subject are evaluated
 * @param seed seed of everything random
 * @param threads threads that compute
 * @param memory most bytes that a model on the JVM takes for what it keeps of tokens
 * @param simd which kernels a model on the JVM may use
 * @param resume whether an interrupted run is continued
 * @param output the folder for results
 * @param gates what decides about the run, and with which run it is compared
 * @param given the properties that were set, by name, for the record
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunConfiguration(
        Optional<String> suite,
        Optional<String> model,
        Optional<DataChoice> data,
        List<Path> include,
        List<String> precisions,
        List<Form> forms,
        List<String> metrics,
        boolean audit,
        OptionalInt shots,
        Subset subset,
        long seed,
        int threads,
        long memory,
        Simd simd,
        boolean resume,
        Path output,
        GateConfiguration gates,
        Map<String, String> given) {

    /** The same without what chooses and shapes the items of benchmarks: checks on a model are made as they are, and all of them. */
    public RunConfiguration forChecks() {
        return new RunConfiguration(
                suite,
                model,
                Optional.empty(),
                include,
                precisions,
                List.of(),
                List.of(),
                audit,
                OptionalInt.empty(),
                new Subset.All(),
                seed,
                threads,
                memory,
                simd,
                resume,
                output,
                gates,
                given);
    }

    /** Where a suite's items come from. */
    public sealed interface DataChoice {

        /** The mini items that come with the harness. */
        record Mini() implements DataChoice {}

        /** Mini items about facts that the built-in model was never taught. */
        record HeldBack() implements DataChoice {}

        /** A folder with the published files. */
        record Folder(Path path) implements DataChoice {}
    }

    /** Which items of a subject are evaluated. */
    public sealed interface Subset {

        /** All of them. */
        record All() implements Subset {}

        /** The first {@code count} in the file's order. */
        record First(int count) implements Subset {}

        /** {@code count} drawn at random. */
        record Sample(int count) implements Subset {}

        /** A share of the items drawn at random, rounded up; {@code percent} is above 0 and at most 100. */
        record Share(double percent) implements Subset {}
    }
}
