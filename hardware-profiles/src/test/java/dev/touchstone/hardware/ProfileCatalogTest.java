package dev.touchstone.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCatalogTest {

    /** Sold for computing, where sums of 32 bits are as fast as those of 16. */
    private static final List<String> DATA_CENTRE = List.of(
            "t4",
            "a2",
            "a10",
            "a40",
            "a100-40gb",
            "a100-80gb",
            "a100-pcie-80gb",
            "a800-80gb",
            "l4",
            "l20",
            "l40",
            "l40s",
            "h100-80gb",
            "h100-pcie-80gb",
            "h800-80gb",
            "h20",
            "h200",
            "b100",
            "b200");

    @TempDir
    Path folder;

    @Test
    void everyFileIsInTheIndexAndCanBeRead() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/touchstone/hardware/profiles"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .map(name -> name.replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(ProfileCatalog.names());
        }
        assertThat(ProfileCatalog.all()).hasSameSizeAs(ProfileCatalog.names()).allSatisfy(profile -> {
            assertThat(profile.memoryBytes()).isPresent();
            assertThat(profile.bytesPerSecond()).isPresent();
            assertThat(profile.peaks())
                    .isNotEmpty()
                    .allSatisfy(peak -> assertThat(peak.dense()).isTrue());
            assertThat(profile.peaks())
                    .allSatisfy(peak -> assertThat(peak.figure().source()).hasSizeGreaterThan(10));
        });
    }

    @Test
    void noDeviceHasTwoProfiles() {
        List<String> devices = ProfileCatalog.all().stream()
                .flatMap(profile -> profile.devices().stream())
                .toList();
        assertThat(devices).doesNotHaveDuplicates();
        for (String device : devices) {
            assertThat(ProfileCatalog.all())
                    .filteredOn(profile -> profile.isCalled("NVIDIA " + device))
                    .as(device)
                    .hasSize(1);
        }
    }

    /** Sheets print figures of sparse matrices beside dense ones, which are twice as high; a catalogue of both can't be used. */
    @Test
    void noFigureIsThatOfSparseMatrices() {
        for (String name : DATA_CENTRE) {
            assertRatio(name, "int8", "fp16", 2);
            assertRatio(name, "fp8", "fp16", 2);
            assertRatio(name, "tf32", "fp16", 0.5);
            assertRatio(name, "fp4", "fp8", 2);
            assertRatio(name, "bf16", "fp16", 1);
        }
    }

    /** Preliminary sheets are rounded: B100's TF32 is 2.9 % more than half its FP16. */
    private static void assertRatio(String name, String type, String base, double ratio) {
        HardwareProfile profile = ProfileCatalog.of(name).orElseThrow();
        OptionalDouble peak = profile.operationsPerSecond(type);
        peak.ifPresent(
                value -> assertThat(value / profile.operationsPerSecond(base).orElseThrow())
                        .as("%s: %s to %s", name, type, base)
                        .isCloseTo(ratio, within(ratio * 0.03)));
    }

    @Test
    void geforcesAreHalfAsFastWithSumsOf32Bits() {
        for (String name : List.of("rtx2080ti", "rtx3090", "rtx4090", "rtx5090")) {
            HardwareProfile profile = ProfileCatalog.of(name).orElseThrow();
            assertThat(profile.peaks().stream()
                            .filter(peak -> peak.type().equals("fp16"))
                            .mapToDouble(peak -> peak.figure().value())
                            .max()
                            .orElseThrow())
                    .isCloseTo(2 * profile.operationsPerSecond("fp16").orElseThrow() / 1e12, within(0.2));
        }
    }

    @Test
    void boardsThatAreOftenMistakenDiffer() {
        assertThat(bandwidth("t4")).isEqualTo(300e9);
        assertThat(bandwidth("a100-80gb")).isEqualTo(2039e9);
        assertThat(bandwidth("a100-pcie-80gb")).isEqualTo(1935e9);
        assertThat(bandwidth("l40")).isEqualTo(bandwidth("l40s"));
        assertThat(fp16("l40s") / fp16("l40")).isCloseTo(2, within(0.01));
        assertThat(ProfileCatalog.of("b200").orElseThrow().architecture().id()).isEqualTo("10.0");
        assertThat(ProfileCatalog.of("rtx5090").orElseThrow().architecture().id())
                .isEqualTo("12.0");
    }

    @Test
    void hopperAndBlackwellMultiplyNoFourBitIntegers() {
        for (HardwareProfile profile : ProfileCatalog.all()) {
            boolean hasInt4 = profile.architecture().has("int4");
            assertThat(profile.operationsPerSecond("int4").isPresent())
                    .as(profile.name())
                    .isEqualTo(hasInt4);
        }
    }

    @Test
    void peaksAreThoseOfTypesThatTheArchitectureHas() {
        for (HardwareProfile profile : ProfileCatalog.all()) {
            assertThat(profile.peaks())
                    .extracting(Peak::type)
                    .as(profile.name())
                    .isSubsetOf(Stream.concat(Stream.of("fp64"), profile.architecture().types().stream())
                            .toList());
        }
    }

    @Test
    void aUsersFileIsAProfile() throws IOException {
        HardwareProfile profile = ProfileCatalog.read(write("""
                title: Our board
                architecture: "8.9"
                memory: {value: 20, unit: GB, source: our own, confidence: stated}
                peaks:
                  - {type: fp16, value: 100, unit: TFLOPS, sparsity: dense, accumulator: fp32, source: sheet, confidence: derived}
                sources: {sheet: the maker's sheet}
                """));
        assertThat(profile.name()).isEqualTo("ours");
        assertThat(profile.memoryBytes()).hasValue(20_000_000_000L);
        assertThat(profile.operationsPerSecond("fp16")).hasValue(1e14);
        assertThat(profile.peaks().get(0).figure().source()).isEqualTo("the maker's sheet");
        assertThat(profile.bytesPerSecond()).isEmpty();
    }

    @Test
    void whatIsWrongWithAFileIsSaid() {
        assertProblem("title: x\n", "the key architecture is missing");
        assertProblem(
                "title: x\narchitecture: 6.1\n",
                "architecture is '6.1'; legal: 7.0, 7.5, 8.0, 8.6, 8.9, 9.0, 10.0, 12.0, cpu");
        assertProblem(
                "titel: x\n",
                "unknown key 'titel'; legal: architecture, bandwidth, devices, memory, peaks, power, sources, title");
        assertProblem(
                "title: x\narchitecture: cpu\nmemory: {value: 0, unit: GB}\n",
                "memory.value is '0'; legal: a number above 0");
        assertProblem(
                "title: x\narchitecture: cpu\nmemory: {value: 1, unit: GiB, source: x, confidence: stated}\n",
                "memory.unit is 'GiB'; legal: GB");
        assertProblem(
                "title: x\narchitecture: cpu\nmemory: {value: 1, unit: GB, source: x, confidence: sure}\n",
                "memory.confidence is 'sure'; legal: stated, derived, unchecked");
        assertProblem(
                "title: x\narchitecture: cpu\npeaks: [{type: fp16, value: 1, unit: TFLOPS, sparsity: half}]\n",
                "peaks[0].sparsity is 'half'; legal: dense, sparse");
        assertProblem("- x\n", "it holds no keys; needed: title, architecture");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Path absent = folder.resolve("absent.yaml");
        assertThatThrownBy(() -> ProfileCatalog.read(absent))
                .isInstanceOf(HardwareException.class)
                .hasMessage("the hardware profile " + absent + " can't be read (" + absent
                        + "); check the path, which starts at the working directory unless it is absolute");
    }

    private void assertProblem(String yaml, String message) {
        assertThatThrownBy(() -> ProfileCatalog.read(write(yaml)))
                .isInstanceOf(HardwareException.class)
                .hasMessage("the hardware profile " + folder.resolve("ours.yaml") + ": " + message);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("ours.yaml"), yaml, StandardCharsets.UTF_8);
    }

    private static double bandwidth(String name) {
        return ProfileCatalog.of(name).orElseThrow().bytesPerSecond().orElseThrow();
    }

    private static double fp16(String name) {
        return ProfileCatalog.of(name).orElseThrow().operationsPerSecond("fp16").orElseThrow();
    }
}
