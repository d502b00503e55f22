package dev.touchstone.run;

import dev.touchstone.hardware.Capability;
import dev.touchstone.hardware.CapabilityCheck;
import dev.touchstone.hardware.HardwareProfile;
import dev.touchstone.hardware.MemoryCheck;
import dev.touchstone.hardware.Roofline;
import dev.touchstone.hardware.Workload;
import dev.touchstone.model.DecoderShape;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ModelOptions.Attention;
import dev.touchstone.result.HardwareResult;
import dev.touchstone.result.HardwareResult.Estimate;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.SkippedSuite;
import dev.touchstone.result.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the hardware of a run allows, and what it would make of the variants that ran. */
final class HardwarePlan {

    /** Prompts are answered one by one, as evaluations on a GPU do unless they are told otherwise. */
    private static final int BATCH = 1;

    private static final double GIGA = 1e9;

    private final HardwareProfile profile;
    private final Attention attention;
    private final List<SkippedSuite> skipped = new ArrayList<>();

    /** @param attention the kernel that is asked for; by default it is the hardware's choice */
    HardwarePlan(HardwareProfile profile, Attention attention) {
        this.profile = profile;
        this.attention = attention;
    }

    /** Whether the hardware runs a precision at all, as far as can be told without the model. */
    boolean allows(String precision) {
        return capability(precision, 0).runs();
    }

    /** Why the hardware does not run it. */
    Optional<String> refusal(String precision) {
        Capability capability = capability(precision, 0);
        return capability.runs()
                ? Optional.empty()
                : Optional.of(profile.name() + " does not run " + precision
                        + (attention == Attention.AUTO ? "" : " with the kernel " + asked()) + ": "
                        + capability.reason());
    }

    /** Whether the model must be loaded to tell whether its weights fit. */
    boolean limitsMemory() {
        return !profile.architecture().isProcessor() && profile.memoryBytes().isPresent();
    }

    /** Why the weights of a loaded model don't fit in the hardware's memory. */
    Optional<String> refusal(ModelDescription model) {
        long available = profile.memoryBytes().orElse(Long.MAX_VALUE);
        return model.weightBytes() <= available
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s has %.1f GB, and the weights alone take %.1f GB as %s",
                        profile.name(),
                        available / GIGA,
                        model.weightBytes() / GIGA,
                        model.precision()));
    }

    void skip(PlannedVariant planned, String reason) {
        skipped.add(new SkippedSuite(
                planned.suite().suite(),
                planned.suite().dataKind(),
                RunKey.ofData(planned.suite()),
                planned.variant(),
                planned.suite().subjects().get(0).shots().count(),
                SuiteSummary.mode(planned.suite()),
                planned.suite().itemCount(),
                reason));
    }

    /**
     * What came of it.
     *
     * @param precisions of the run, in order
     * @param suites that ran
     * @param queue knows the models' shapes
     */
    HardwareResult result(List<String> precisions, List<SuiteResult> suites, ModelQueue queue) {
        return new HardwareResult(
                profile,
                precisions.stream()
                        .map(precision -> variant(precision, suites, queue.shape(precision)))
                        .toList(),
                List.copyOf(skipped));
    }

    private HardwareResult.Variant variant(String precision, List<SuiteResult> suites, @Nullable DecoderShape shape) {
        Capability capability = capability(precision, shape == null ? 0 : shape.headSize());
        String kernel = attention == Attention.AUTO ? chosen(precision, shape) : asked();
        List<SuiteResult> own = suites.stream()
                .filter(suite -> suite.variant().precision().equals(precision))
                .toList();
        int tokens = own.stream().mapToInt(HardwarePlan::longest).max().orElse(0);
        String undefined = undefined(tokens, own, shape);
        Estimate estimate = undefined.isEmpty() && shape != null
                ? estimate(precision, kernel, work(shape, own.get(0).model().weightBytes(), tokens))
                : null;
        return new HardwareResult.Variant(precision, kernel, capability, estimate, undefined);
    }

    /** On a processor the run itself computes, with the kernel that the engine takes when none is asked for. */
    private String chosen(String precision, @Nullable DecoderShape shape) {
        if (profile.architecture().isProcessor()) {
            return asString(Attention.STANDARD);
        }
        return CapabilityCheck.kernel(profile, precision, shape == null ? 0 : shape.headSize());
    }

    private static String undefined(int tokens, List<SuiteResult> suites, @Nullable DecoderShape shape) {
        if (suites.isEmpty()) {
            return "it did not run";
        }
        if (shape == null) {
            return "the model does not tell its shape";
        }
        return tokens == 0 ? "no prompt was evaluated" : "";
    }

    private String asked() {
        return asString(attention);
    }

    private static String asString(Attention attention) {
        return attention.name().toLowerCase(Locale.ROOT);
    }

    private Capability capability(String precision, int headSize) {
        return CapabilityCheck.of(profile, precision, asked(), headSize);
    }

    private Estimate estimate(String precision, String kernel, Workload work) {
        return new Estimate(
                work.tokens(),
                work.batch(),
                MemoryCheck.of(profile, precision, kernel, work),
                Roofline.of(profile, precision, work));
    }

    /** Of experts, a token is multiplied with those that it goes through. */
    private static Workload work(DecoderShape shape, long weightBytes, int tokens) {
        return new Workload(
                shape.layers(),
                shape.width(),
                shape.heads(),
                shape.keyValueHeads(),
                shape.headSize(),
                shape.feedForward() * Math.max(1, shape.expertsUsed()),
                shape.vocabulary(),
                weightBytes,
                tokens,
                BATCH);
    }

    private static int longest(SuiteResult suite) {
        int longest = suite.subjects().stream()
                .flatMap(subject -> subject.items().stream())
                .mapToInt(HardwarePlan::tokens)
                .max()
                .orElse(0);
        int context = suite.model().contextLength();
        return context > 0 ? Math.min(longest, context) : longest;
    }

    /** A prompt with one of its choices, which are about as long as each other. */
    private static int tokens(ItemResult item) {
        int choices = Math.max(1, item.choices().size());
        return item.tokens().prompt() + (item.tokens().scored() + choices - 1) / choices;
    }
}
