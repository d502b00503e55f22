package dev.touchstone.hardware;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code capabilities.yaml} says. */
record Capabilities(
        Map<String, Family> architectures,
        Map<String, String> processorFlags,
        Map<String, Implementation> implementations,
        List<Flash> flash,
        Map<String, Need> precisions,
        Map<String, String> sources) {

    private static final Capabilities DATA =
            Yaml.MAPPER.treeToValue(Yaml.tree("capabilities.yaml"), Capabilities.class);

    static Capabilities load() {
        return DATA;
    }

    Optional<Architecture> architecture(String id) {
        return Optional.ofNullable(architectures.get(id))
                .map(family -> new Architecture(id, family.title(), family.types()));
    }

    /** What a precision needs; {@code sparse-30} is one of those called {@code sparse-P}. Empty if it is not known here. */
    Optional<Need> need(String precision) {
        Need exact = precisions.get(precision);
        return Optional.ofNullable(
                exact != null ? exact : precisions.get(precision.replaceFirst("-[1-9][0-9]?$", "-P")));
    }

    /** Bytes of a number in attention and its cache. */
    long attentionBytes(String precision) {
        return need(precision).filter(need -> !need.attention().equals("fp32")).isPresent() ? Short.BYTES : Float.BYTES;
    }

    /** The lowest compute capability with arithmetic for a type. */
    Optional<String> firstWith(String type) {
        return architectures.entrySet().stream()
                .filter(entry -> entry.getValue().types().contains(type))
                .map(Map.Entry::getKey)
                .filter(id -> !id.equals(Architecture.PROCESSOR))
                .min(Comparator.comparingDouble(Double::parseDouble));
    }

    /** The lowest compute capability among architectures. */
    static String first(List<String> ids) {
        return ids.stream()
                .filter(id -> !id.equals(Architecture.PROCESSOR))
                .min(Comparator.comparingDouble(Double::parseDouble))
                .orElseThrow();
    }

    /** Architectures of GPUs and of processors. */
    record Family(String title, Set<String> types) {}

    /** A kernel in print. */
    record Implementation(
            String title, List<String> on, @Nullable List<String> unchecked, String source) {

        boolean isOn(Architecture architecture) {
            return on.contains(architecture.id());
        }

        boolean isUnchecked(Architecture architecture) {
            return unchecked != null && unchecked.contains(architecture.id());
        }
    }

    /** A version of FlashAttention. */
    record Flash(int version, List<String> on, List<String> types, int headSize, String source) {}

    /** What a precision needs. */
    record Need(
            String arithmetic,
            String attention,
            int weights,
            @Nullable String implementation,
            @Nullable String instead,
            @Nullable String otherwise) {

        boolean isUnpackedOtherwise() {
            return "unpacked".equals(otherwise);
        }
    }

    /** All precisions, in the file's order. */
    List<String> precisionNames() {
        return List.copyOf(new LinkedHashMap<>(precisions).keySet());
    }
}
