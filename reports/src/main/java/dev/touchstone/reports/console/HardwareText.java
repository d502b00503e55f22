package dev.touchstone.reports.console;

import dev.touchstone.hardware.Capability.Verdict;
import dev.touchstone.hardware.HardwareProfile;
import dev.touchstone.hardware.HostProcessor;
import dev.touchstone.hardware.Roofline.Step;
import dev.touchstone.reports.Figures;
import dev.touchstone.result.HardwareResult;
import dev.touchstone.result.HardwareResult.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the hardware that was asked for makes of the run's precisions. Nothing of the machine's own processor, whose speed is measured. */
final class HardwareText {

    private final HardwareResult hardware;
    private final Style style;

    HardwareText(HardwareResult hardware, Style style) {
        this.hardware = hardware;
        this.style = style;
    }

    List<String> lines() {
        if (hardware.profile().name().equals(HostProcessor.NAME)) {
            return List.of();
        }
        TextTable table = new TextTable(3);
        table.add(List.of(
                "",
                "runs",
                "kernel",
                "memory",
                "fit at once",
                "prefill, a token",
                "waits for",
                "decode, a token",
                "waits for"));
        hardware.variants().forEach(variant -> table.add(cells(variant)));
        List<String> plain = table.lines();
        String rule = style.faint(
                style.rule(plain.stream().mapToInt(CellWidth::of).max().orElse(0)));
        List<String> lines = new ArrayList<>(List.of("", title(), rule, style.faint(plain.get(0)), rule));
        lines.addAll(plain.subList(1, plain.size()));
        lines.add(rule);
        notes().forEach(lines::add);
        return lines;
    }

    private String title() {
        HardwareProfile profile = hardware.profile();
        List<String> facts = new ArrayList<>(List.of(profile.title()));
        profile.memoryBytes().ifPresent(bytes -> facts.add(Figures.bytes(bytes)));
        profile.bytesPerSecond().ifPresent(speed -> facts.add(Figures.bytes(Math.round(speed)) + "/s"));
        hardware.variants().stream()
                .flatMap(variant -> Optional.ofNullable(variant.estimate()).stream())
                .mapToInt(Estimate::tokens)
                .max()
                .ifPresent(tokens -> facts.add("longest prompt " + Figures.count(tokens) + " tokens, one at a time"));
        return style.bold("Hardware " + profile.name()) + "  " + String.join(style.separator(), facts);
    }

    private List<String> cells(HardwareResult.Variant variant) {
        List<String> cells = new ArrayList<>(List.of(variant.precision(), verdict(variant), variant.kernel()));
        Estimate estimate = variant.estimate();
        if (estimate == null) {
            cells.addAll(List.of(style.dash(), style.dash(), style.dash(), style.dash(), style.dash(), style.dash()));
            return cells;
        }
        cells.add(Figures.bytes(estimate.memory().totalBytes()));
        cells.add(
                estimate.memory().largestBatch().isPresent()
                        ? Figures.count(estimate.memory().largestBatch().getAsLong())
                        : style.dash());
        addStep(estimate.speed().prefill(), cells);
        addStep(estimate.speed().decode(), cells);
        return cells;
    }

    private void addStep(Step step, List<String> cells) {
        cells.add(step.seconds().isPresent() ? Figures.shortTime(step.seconds().getAsDouble()) : style.dash());
        cells.add(
                step.bound().map(bound -> bound.name().toLowerCase(Locale.ROOT)).orElse(style.dash()));
    }

    private static String verdict(HardwareResult.Variant variant) {
        return switch (variant.capability().verdict()) {
            case ALLOWED -> "yes";
            case EMULATED -> "emulated";
            case REFUSED -> "no";
        };
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (HardwareResult.Variant variant : hardware.variants()) {
            if (variant.capability().verdict() != Verdict.ALLOWED) {
                notes.add(style.warning("! " + variant.precision() + ": "
                        + (variant.capability().runs() ? "emulated" : "skipped") + style.separator()
                        + variant.capability().reason()));
            }
            if (variant.estimate() != null && !variant.estimate().memory().fits()) {
                notes.add(style.warning("! " + variant.precision() + ": does not fit"));
            }
        }
        hardware.skipped().stream()
                .filter(skipped -> runs(skipped.variant().precision()))
                .map(skipped -> "! " + skipped.suite().title() + ", "
                        + skipped.variant().id() + ": skipped" + style.separator() + skipped.reason())
                .forEach(text -> notes.add(style.warning(text)));
        notes.add("times are the least that memory and arithmetic need; no device reaches them");
        return notes;
    }

    private boolean runs(String precision) {
        return hardware.variants().stream()
                .anyMatch(variant -> variant.precision().equals(precision)
                        && variant.capability().runs());
    }
}
