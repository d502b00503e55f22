package dev.touchstone.reports;

import dev.touchstone.hardware.CapabilityCheck;
import dev.touchstone.hardware.HardwareProfile;
import dev.touchstone.hardware.HostProcessor;
import dev.touchstone.hardware.MemoryCheck;
import dev.touchstone.hardware.ProfileCatalog;
import dev.touchstone.hardware.Roofline;
import dev.touchstone.hardware.Workload;
import dev.touchstone.result.HardwareResult;
import dev.touchstone.result.HardwareResult.Estimate;
import dev.touchstone.result.HardwareResult.Variant;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SkippedSuite;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.suites.SuiteCatalog;
import java.nio.file.Path;
import java.util.List;

/** A run of Llama 2 7B that was planned for hardware. */
public final class HardwareRuns {

    private HardwareRuns() {}

    /** On a T4, which has not enough memory for one of two variants and does not run the third. */
    public static RunResult t4(Path folder) {
        HardwareProfile t4 = ProfileCatalog.of("t4").orElseThrow();
        RunResult plain = SampleRuns.small(folder);
        SkippedSuite skipped = new SkippedSuite(
                SuiteCatalog.load().all().stream()
                        .filter(suite -> suite.id().equals("mmlu"))
                        .findFirst()
                        .orElseThrow(),
                "folder",
                "ab12".repeat(16),
                new SuiteResult.Variant("bf16"),
                5,
                "loglikelihood",
                14042,
                "t4 does not run bf16: "
                        + CapabilityCheck.of(t4, "bf16", "auto", 128).reason());
        return new RunResult(
                plain.run(),
                plain.suites(),
                plain.comparisons(),
                plain.gates(),
                plain.againstBaseline(),
                plain.distributions(),
                new HardwareResult(
                        t4,
                        List.of(
                                variant(t4, "fp32", 26_953_662_464L),
                                variant(t4, "int4", 3_790_000_000L),
                                new Variant(
                                        "bf16",
                                        "standard",
                                        CapabilityCheck.of(t4, "bf16", "auto", 128),
                                        null,
                                        "it did not run")),
                        List.of(skipped)));
    }

    /** On a processor of unknown bandwidth. */
    public static RunResult host(Path folder) {
        HardwareProfile host = HostProcessor.profile();
        RunResult plain = SampleRuns.small(folder);
        return new RunResult(
                plain.run(),
                plain.suites(),
                plain.comparisons(),
                plain.gates(),
                plain.againstBaseline(),
                plain.distributions(),
                new HardwareResult(host, List.of(variant(host, "fp32", 1_000_000)), List.of()));
    }

    private static Variant variant(HardwareProfile profile, String precision, long bytes) {
        Workload work = new Workload(32, 4096, 32, 32, 128, 11_008, 32_000, bytes, 1000, 1);
        String kernel = CapabilityCheck.kernel(profile, precision, 128);
        return new Variant(
                precision,
                kernel,
                CapabilityCheck.of(profile, precision, "auto", 128),
                new Estimate(
                        1000,
                        1,
                        MemoryCheck.of(profile, precision, kernel, work),
                        Roofline.of(profile, precision, work)),
                "");
    }
}
