package dev.touchstone.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.hardware.Capability.Verdict;
import dev.touchstone.hardware.Figure.Confidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of all profiles is made from the YAML files; {@code -Dtouchstone.test.write=true} writes it anew. */
class CapabilityPageTest {

    private static final Path PAGE = Path.of("..", "docs", "hardware-profiles.md");
    private static final List<String> TYPES = List.of("fp32", "tf32", "fp16", "bf16", "fp8", "int8", "int4", "fp4");

    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> sources = new LinkedHashSet<>();
    private final StringBuilder page = new StringBuilder();

    @Test
    void thePageIsUpToDate() throws IOException {
        write();
        if (Boolean.getBoolean("touchstone.test.write")) {
            Files.writeString(PAGE, page.toString(), StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as("run this test with -Dtouchstone.test.write=true")
                .isEqualTo(page.toString());
    }

    private void write() {
        page.append("""
                # Hardware profiles

                `-Dprofile=NAME` says which of a run's precisions that device could run, what would fit in its memory, and how fast it could be at best
                ([guide](guide.md#hardware-profiles)). This page is made from `hardware-profiles/src/main/resources/.../hardware`.

                ## Figures

                Memory in GB (10⁹ bytes), bandwidth in GB/s, peaks in TFLOPS or TOPS of dense products with sums of 32 bits; a dash where there is no such
                arithmetic. ~ is computed from what the source prints, ? is not checked against a sheet of the maker.

                """);
        figures();
        for (String kernel : List.of(CapabilityCheck.STANDARD, CapabilityCheck.FLASH)) {
            page.append("\n## What runs: kernel `").append(kernel).append("`\n\n");
            if (kernel.equals(CapabilityCheck.STANDARD)) {
                page.append(
                        "e: emulated, it runs with other arithmetic. no: it does not run. Reasons are numbered, and listed below.\n\n");
            }
            verdicts(kernel);
        }
        list("\n## Reasons\n\n", notes);
        list("\n## Sources of the figures\n\n", sources);
        page.append("\nOf what runs: ")
                .append(String.join("; ", Capabilities.load().sources().values()))
                .append(".\n");
    }

    private void figures() {
        List<String> head = new ArrayList<>(List.of("profile", "device", "capability", "memory", "bandwidth"));
        head.addAll(TYPES);
        head.add("source");
        row(head);
        row(head.stream().map(cell -> "---").toList());
        for (HardwareProfile profile : ProfileCatalog.all()) {
            List<String> cells = new ArrayList<>(List.of(
                    "`" + profile.name() + "`",
                    profile.title(),
                    profile.architecture().id() + " " + profile.architecture().title(),
                    figure(profile.memory()),
                    figure(profile.bandwidth())));
            TYPES.forEach(type -> cells.add(profile.peaks().stream()
                    .filter(peak -> peak.type().equals(type) && peak.isForModels())
                    .findFirst()
                    .map(peak -> figure(peak.figure()))
                    .orElse("–")));
            cells.add(number(sources, profile.peaks().get(0).figure().source()));
            row(cells);
        }
    }

    private void verdicts(String kernel) {
        List<String> head = new ArrayList<>(List.of("profile"));
        head.addAll(CapabilityCheck.precisions());
        row(head);
        row(head.stream().map(cell -> "---").toList());
        for (HardwareProfile profile : ProfileCatalog.all()) {
            row(head.stream()
                    .map(precision -> precision.equals("profile")
                            ? "`" + profile.name() + "`"
                            : cell(CapabilityCheck.of(profile, precision, kernel, 0)))
                    .toList());
        }
    }

    private String cell(Capability capability) {
        if (capability.verdict() == Verdict.ALLOWED) {
            return "yes";
        }
        return (capability.runs() ? "e" : "no") + " " + number(notes, capability.reason());
    }

    private static String number(Set<String> all, String text) {
        all.add(text);
        return String.valueOf(List.copyOf(all).indexOf(text) + 1);
    }

    private static String figure(@Nullable Figure figure) {
        if (figure == null) {
            return "–";
        }
        String mark =
                figure.confidence() == Confidence.STATED ? "" : figure.confidence() == Confidence.DERIVED ? "~" : "?";
        return mark
                + (figure.value() == Math.rint(figure.value())
                        ? String.valueOf(Math.round(figure.value()))
                        : figure.value());
    }

    private void list(String title, Set<String> texts) {
        page.append(title);
        int number = 1;
        for (String text : texts) {
            page.append(number++).append(". ").append(text).append("\n");
        }
    }

    private void row(List<String> cells) {
        page.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
