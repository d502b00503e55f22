package dev.touchstone.reports.json;

import dev.touchstone.hardware.Figure;
import dev.touchstone.hardware.HardwareProfile;
import dev.touchstone.hardware.MemoryCheck;
import dev.touchstone.hardware.Peak;
import dev.touchstone.hardware.Roofline.Step;
import dev.touchstone.result.HardwareResult;
import dev.touchstone.result.HardwareResult.Estimate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the hardware makes of a run in the results file. */
final class HardwareNode {

    private HardwareNode() {}

    static ObjectNode of(HardwareResult hardware) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("profile", profile(hardware.profile()));
        ArrayNode variants = node.putArray("variants");
        hardware.variants().forEach(variant -> variants.add(variant(variant)));
        return node;
    }

    /** Names the profile in a suite's variant. */
    static ObjectNode name(@Nullable HardwareResult hardware, ObjectNode suite) {
        if (hardware != null && suite.get("variant") instanceof ObjectNode variant) {
            variant.put("profile", hardware.profile().name());
        }
        return suite;
    }

    private static ObjectNode profile(HardwareProfile profile) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", profile.name());
        node.put("title", profile.title());
        node.put("architecture", profile.architecture().id());
        put(node, "memory", profile.memory());
        put(node, "bandwidth", profile.bandwidth());
        put(node, "power", profile.power());
        ArrayNode peaks = node.putArray("peaks");
        for (Peak peak : profile.peaks()) {
            ObjectNode written = peaks.addObject();
            written.put("type", peak.type());
            written.put("dense", peak.dense());
            written.put("accumulator", peak.accumulator());
            written.setAll(figure(peak.figure()));
        }
        return node;
    }

    /** An unknown figure is left out. */
    private static void put(ObjectNode node, String key, @Nullable Figure figure) {
        if (figure != null) {
            node.set(key, figure(figure));
        }
    }

    private static ObjectNode figure(Figure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("value", figure.value());
        node.put("unit", figure.unit());
        node.put("source", figure.source());
        node.put("confidence", figure.confidence().name().toLowerCase(Locale.ROOT));
        return node;
    }

    private static ObjectNode variant(HardwareResult.Variant variant) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("precision", variant.precision());
        node.put("kernel", variant.kernel());
        node.put("verdict", variant.capability().verdict().name().toLowerCase(Locale.ROOT));
        node.put("reason", variant.capability().reason());
        if (variant.estimate() == null) {
            node.putNull("estimate");
            node.put("undefined", variant.undefined());
        } else {
            node.set("estimate", estimate(variant.estimate()));
        }
        return node;
    }

    private static ObjectNode estimate(Estimate estimate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("tokens", estimate.tokens());
        node.put("batch", estimate.batch());
        node.set("memory", memory(estimate.memory()));
        node.set("prefill", step(estimate.speed().prefill()));
        node.set("decode", step(estimate.speed().decode()));
        return node;
    }

    private static ObjectNode memory(MemoryCheck memory) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("weightBytes", memory.weightBytes());
        node.put("cacheBytes", memory.cacheBytes());
        node.put("activationBytes", memory.activationBytes());
        node.put("totalBytes", memory.totalBytes());
        if (memory.available().isPresent()) {
            node.put("availableBytes", memory.available().getAsLong());
            node.put("largestBatch", memory.largestBatch().orElse(0));
            node.put("fits", memory.fits());
        } else {
            node.putNull("availableBytes").putNull("largestBatch").putNull("fits");
            node.put("undefined", "the profile does not say how much memory there is");
        }
        return node;
    }

    private static ObjectNode step(Step step) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (step.seconds().isPresent()) {
            node.put("secondsPerToken", step.seconds().getAsDouble());
            node.put("bound", step.bound().orElseThrow().name().toLowerCase(Locale.ROOT));
        } else {
            node.putNull("secondsPerToken").putNull("bound");
            node.put("undefined", step.undefined());
        }
        return node;
    }
}
