package dev.touchstone.hardware;

import dev.touchstone.hardware.Figure.Confidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * This machine's processor, as Linux describes it. Its peak is cores x clock x 2 units x numbers in a register x 2 (multiply and add); how fast its
 * memory is, Linux does not tell.
 */
final class HostProcessor {

    private static final String CPUINFO = "/proc/cpuinfo";
    private static final String MEMINFO = "/proc/meminfo";
    private static final double KIBIBYTES_PER_GB = 1e9 / 1024;

    /** Fused multiply-add units of a core: two in server and desktop processors since 2013, if AVX-512 is not split over both. */
    private static final int UNITS = 2;

    private final Map<String, String> cpu;
    private final Set<String> flags;
    private final int cores;

    private HostProcessor(Map<String, String> cpu, int cores) {
        this.cpu = cpu;
        this.cores = cores;
        this.flags = new HashSet<>(Arrays.asList(
                cpu.getOrDefault("flags", cpu.getOrDefault("Features", "")).split(" +")));
    }

    static HardwareProfile profile() {
        int cores = Runtime.getRuntime().availableProcessors();
        return profile(read(CPUINFO), read(MEMINFO), cores);
    }

    /**
     * @param cpuinfo Linux's file, or empty where there is none
     * @param meminfo likewise
     */
    static HardwareProfile profile(String cpuinfo, String meminfo, int cores) {
        HostProcessor host = new HostProcessor(fields(cpuinfo), cores);
        return new HardwareProfile(
                Machine.HOST,
                host.title(),
                host.architecture(),
                List.of(),
                memory(fields(meminfo)),
                null,
                null,
                host.peaks());
    }

    private String title() {
        return cpu.getOrDefault("model name", "processor") + ", " + cores + (cores == 1 ? " core" : " cores");
    }

    private Architecture architecture() {
        Capabilities data = Capabilities.load();
        Architecture any = data.architecture(Architecture.PROCESSOR).orElseThrow();
        Set<String> types = new TreeSet<>(any.types());
        data.processorFlags().forEach((flag, type) -> {
            if (flags.contains(flag)) {
                types.add(type);
            }
        });
        return new Architecture(any.id(), any.title(), types);
    }

    private List<Peak> peaks() {
        Optional<Double> megahertz = Optional.ofNullable(cpu.get("cpu MHz")).map(Double::valueOf);
        if (megahertz.isEmpty() || registerNumbers() == 0) {
            return List.of();
        }
        double gigaflops = cores * megahertz.get() / 1000 * UNITS * registerNumbers() * 2;
        String source = cores + " cores x " + megahertz.get() + " MHz x " + UNITS + " units x " + registerNumbers()
                + " numbers x 2, by " + CPUINFO;
        return List.of(
                new Peak("fp32", new Figure(gigaflops / 1000, "TFLOPS", source, Confidence.DERIVED), true, "fp32"));
    }

    /** fp32 numbers in a vector register; 0 if unknown. */
    private int registerNumbers() {
        if (flags.contains("avx512f")) {
            return 16;
        }
        if (flags.contains("fma") || flags.contains("avx2")) {
            return 8;
        }
        return flags.contains("asimd") ? 4 : 0;
    }

    private static @Nullable Figure memory(Map<String, String> meminfo) {
        String total = meminfo.getOrDefault("MemTotal", "").replaceAll("[^0-9]", "");
        return total.isEmpty()
                ? null
                : new Figure(Long.parseLong(total) / KIBIBYTES_PER_GB, "GB", MEMINFO, Confidence.STATED);
    }

    /** The first value of each key. */
    private static Map<String, String> fields(String file) {
        Map<String, String> fields = new HashMap<>();
        file.lines()
                .map(line -> line.split("\\s*:\\s*", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> fields.putIfAbsent(parts[0].strip(), parts[1].strip()));
        return fields;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }
}
