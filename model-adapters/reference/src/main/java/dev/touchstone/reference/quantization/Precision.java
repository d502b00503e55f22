package dev.touchstone.reference.quantization;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.reference.kernel.FloatPanels;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.math.Float8;
import dev.touchstone.reference.math.Rounding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * How a model's weights are held and computed with.
 *
 * @param name such as {@code int4}
 * @param weights what becomes of every matrix: projections, embedding and output alike; the gains of norms stay fp32
 * @param activations what is kept of each operator's result
 * @param cache what is kept of keys and values
 * @param prunedChannels per cent of the feed-forward channels that are left out
 * @param calibration what becomes of weights after a look at a calibration text; null where none is needed
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Precision(
        String name,
        WeightForm weights,
        Rounding activations,
        Rounding cache,
        int prunedChannels,
        @Nullable Calibration calibration) {

    /** What llama.cpp computes of weights in fp32 unless it is told otherwise: its cache is fp16. */
    private static final String FP32_HALF_CACHE = "fp32-kv16";

    private static final WeightForm FLOATS = new FloatPanels();

    /** Weights of a group in the schemes of 4 bits. */
    private static final int GROUP_4_BIT = 128;

    /** Weights of a group in the scheme of 2 bits. */
    private static final int GROUP_2_BIT = 64;

    private static final LinearForm INT8 = LinearForm.perChannel(LinearRule.INT8, 8, LinearInput.SYMMETRIC);

    private static final LinearForm INT4_ASYMMETRIC = LinearForm.grouped(LinearRule.INT4_ASYMMETRIC, 4, GROUP_4_BIT);

    private static final Map<String, Precision> NAMED = named();

    private static final Pattern PERCENT = Pattern.compile("(sparse|channel)-([1-9][0-9]?)");

    /**
     * The precision of that name.
     *
     * @throws ModelException if there is none; the message lists those that there are
     */
    public static Precision of(String name) {
        if (NAMED.containsKey(name)) {
            return NAMED.get(name);
        }
        Matcher percent = PERCENT.matcher(name);
        if (percent.matches()) {
            return pruned(name, percent.group(1).equals("channel"), Integer.parseInt(percent.group(2)));
        }
        throw new ModelException("unknown precision '" + name + "'; legal: " + String.join(", ", names()));
    }

    /** All names; P stands for a percentage. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(NAMED.keySet());
        names.add("sparse-P and channel-P with P from 1 to 99");
        return names;
    }

    /** Whether weights are computed with just as they are stored, dequantized to fp32. */
    public boolean isExact() {
        return weights.equals(FLOATS);
    }

    private static Map<String, Precision> named() {
        Map<String, Precision> all = new LinkedHashMap<>();
        add(all, ModelOptions.NATIVE, FLOATS, Rounding.NONE);
        add(all, "fp32", FLOATS, Rounding.NONE);
        all.put(FP32_HALF_CACHE, new Precision(FP32_HALF_CACHE, FLOATS, Rounding.NONE, Rounding.FP16, 0, null));
        add(all, "fp16", new HalfForm(Rounding.FP16), Rounding.FP16);
        add(all, "bf16", new HalfForm(Rounding.BF16), Rounding.BF16);
        addFloat8(all, "fp8-e4m3", Float8.E4M3);
        addFloat8(all, "fp8-e5m2", Float8.E5M2);
        add(all, "int8", INT8, Rounding.NONE);
        add(
                all,
                "int8-asym",
                LinearForm.perChannel(LinearRule.INT8_ASYMMETRIC, 8, LinearInput.ASYMMETRIC),
                Rounding.NONE);
        addCalibrated(all, "int8-static", INT8, Rounding.NONE, new StaticInputs());
        addCalibrated(all, "smoothquant-int8", INT8, Rounding.NONE, new SmoothQuant());
        add(all, "w8a16", LinearForm.perChannel(LinearRule.INT8, 8, null), Rounding.BF16);
        add(all, "int4", LinearForm.grouped(LinearRule.INT4, 4, GROUP_4_BIT), Rounding.BF16);
        add(all, "int4-asym", INT4_ASYMMETRIC, Rounding.BF16);
        addCalibrated(all, "gptq-int4", INT4_ASYMMETRIC, Rounding.BF16, new Gptq(INT4_ASYMMETRIC));
        addCalibrated(all, "awq-int4", INT4_ASYMMETRIC, Rounding.BF16, new ActivationAware(INT4_ASYMMETRIC));
        add(all, "int2", LinearForm.grouped(LinearRule.INT2, 2, GROUP_2_BIT), Rounding.BF16);
        add(all, "ternary", new TernaryForm(), Rounding.NONE);
        add(all, "nf4", new NormalFloatForm(false), Rounding.BF16);
        add(all, "nf4-dq", new NormalFloatForm(true), Rounding.BF16);
        add(all, "sparse-2:4", new SparseForm(new TwoOfFourPruning()), Rounding.NONE);
        return all;
    }

    private static void add(Map<String, Precision> all, String name, WeightForm weights, Rounding activations) {
        all.put(name, new Precision(name, weights, activations, activations, 0, null));
    }

    private static void addCalibrated(
            Map<String, Precision> all, String name, WeightForm weights, Rounding rounding, Calibration calibration) {
        all.put(name, new Precision(name, weights, rounding, rounding, 0, calibration));
    }

    private static void addFloat8(Map<String, Precision> all, String name, Float8 type) {
        all.put(name, new Precision(name, new Float8Form(type), Rounding.NONE, Rounding.BF16, 0, null));
    }

    private static Precision pruned(String name, boolean channels, int percent) {
        WeightForm form = channels ? FLOATS : new SparseForm(new MagnitudePruning(percent));
        return new Precision(name, form, Rounding.NONE, Rounding.NONE, channels ? percent : 0, null);
    }
}
