package dev.touchstone.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {

    /** Lines as nvidia-smi 550 prints them for {@code --query-gpu=name,memory.total --format=csv,noheader,nounits}. */
    @Test
    void eachLineOfNvidiaSmiIsAGpu() {
        List<InstalledGpu> gpus = InstalledGpu.parse("NVIDIA A100-SXM4-80GB, 81920\nTesla V100-SXM2-32GB, 32768\n");
        assertThat(gpus)
                .containsExactly(
                        new InstalledGpu("NVIDIA A100-SXM4-80GB", 81920),
                        new InstalledGpu("Tesla V100-SXM2-32GB", 32768));
        assertThat(gpus)
                .extracting(gpu -> gpu.profile().orElseThrow().name())
                .containsExactly("a100-80gb", "v100-32gb");
    }

    @Test
    void whatIsNoGpuIsSkipped() {
        assertThat(InstalledGpu.parse("No devices were found\n")).isEmpty();
        assertThat(InstalledGpu.parse("NVIDIA GB10, [N/A]\n")).isEmpty();
    }

    @Test
    void namesThatBeginAlikeAreOtherDevices() {
        assertThat(new InstalledGpu("NVIDIA A10G", 1).profile()).isEmpty();
        assertThat(new InstalledGpu("NVIDIA A10", 1).profile().orElseThrow().name())
                .isEqualTo("a10");
        assertThat(new InstalledGpu("NVIDIA L40S", 1).profile().orElseThrow().name())
                .isEqualTo("l40s");
        assertThat(new InstalledGpu("NVIDIA GeForce RTX 4090 D", 1).profile()).isEmpty();
        assertThat(new InstalledGpu("NVIDIA H100 80GB HBM3", 81559)
                        .profile()
                        .orElseThrow()
                        .name())
                .isEqualTo("h100-80gb");
        assertThat(new InstalledGpu("NVIDIA H100 PCIe", 81559)
                        .profile()
                        .orElseThrow()
                        .name())
                .isEqualTo("h100-pcie-80gb");
    }

    @Test
    void theProcessorIsReadFromLinuxsFiles() {
        HardwareProfile host = HostProcessor.profile(
                "processor : 0\nmodel name : Big CPU\ncpu MHz : 2500.0\nflags : fpu avx2 avx512f avx512_vnni\n\nprocessor : 1\nmodel name"
                        + " : Other\n",
                "MemTotal:       24000000 kB\nMemFree: 1 kB\n",
                8);
        assertThat(host.title()).isEqualTo("Big CPU, 8 cores");
        assertThat(host.architecture().types()).contains("fp32", "int8").doesNotContain("bf16");
        assertThat(host.memoryBytes()).hasValue(24_576_000_000L);
        // 8 * 2.5 GHz * 2 * 16 * 2
        assertThat(host.operationsPerSecond("fp32").orElseThrow()).isCloseTo(1.28e12, within(1e6));
    }

    @Test
    void aMachineWithoutTheseFilesHasAProcessorAllTheSame() {
        HardwareProfile host = HostProcessor.profile("", "", 1);
        assertThat(host.title()).isEqualTo("processor, 1 core");
        assertThat(host.memoryBytes()).isEmpty();
        assertThat(host.peaks()).isEmpty();
    }

    @Test
    void thisMachineCanBeDetected() {
        assertThat(Machine.detect().processor().name()).isEqualTo("host");
    }
}
