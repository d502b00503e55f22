package dev.touchstone.hardware;

import static dev.touchstone.hardware.Capability.Verdict.ALLOWED;
import static dev.touchstone.hardware.Capability.Verdict.EMULATED;
import static dev.touchstone.hardware.Capability.Verdict.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.hardware.Capability.Verdict;
import org.junit.jupiter.api.Test;

/** Expected verdicts are those of vLLM's table of supported hardware, llm-compressor's minimum capabilities and FlashAttention's README. */
class CapabilityCheckTest {

    @Test
    void voltaHasNoBfloat16NoIntegersAndNoFlashAttention() {
        assertRefused(
                "v100-32gb",
                "bf16",
                "auto",
                "no bf16 arithmetic: the compute capability is 7.0, and that begins with 8.0");
        assertRefused(
                "v100-32gb",
                "int8",
                "auto",
                "no int8 arithmetic and no kernel for 8-bit integer products (W8A8): the compute"
                        + " capability is 7.0, and that begins with 7.5");
        assertRefused(
                "v100-32gb",
                "int4",
                "auto",
                "no kernel for integer weights under 16-bit activations (W4A16 and W8A16): the"
                        + " compute capability is 7.0, and that begins with 7.5");
        assertRefused(
                "v100-32gb",
                "fp16",
                "flash",
                "no FlashAttention: the compute capability is 7.0, and that begins with 7.5; take"
                        + " the kernel standard");
        assertThat(verdict("v100-32gb", "fp16", "standard")).isEqualTo(ALLOWED);
        assertThat(verdict("v100-32gb", "fp8-e4m3", "auto")).isEqualTo(REFUSED);
        assertThat(verdict("v100-32gb", "awq-int4", "auto")).isEqualTo(REFUSED);
    }

    @Test
    void whatTakesThePlaceOfBfloat16IsSaid() {
        assertThat(check("v100-32gb", "gptq-int4", "auto"))
                .isEqualTo(new Capability(EMULATED, "GPTQ with fp16 in place of bf16"));
        assertThat(verdict("t4", "int4", "auto")).isEqualTo(EMULATED);
        assertThat(verdict("t4", "int8", "auto")).isEqualTo(ALLOWED);
    }

    @Test
    void ampereHasAllButEightBitFloats() {
        for (String precision : new String[] {"fp32", "fp16", "bf16", "int8", "int4", "nf4", "awq-int4"}) {
            assertThat(verdict("a100-80gb", precision, "auto")).as(precision).isEqualTo(ALLOWED);
        }
        assertThat(check("a100-80gb", "fp8-e4m3", "auto"))
                .isEqualTo(new Capability(
                        EMULATED, "no fp8 arithmetic: Marlin's 8-bit float weights, multiplied as bf16"));
        assertThat(verdict("a100-80gb", "bf16", "flash")).isEqualTo(ALLOWED);
    }

    @Test
    void adaAndHopperHaveEightBitFloats() {
        assertThat(verdict("rtx4090", "fp8-e4m3", "flash")).isEqualTo(ALLOWED);
        assertThat(verdict("h100-80gb", "fp8-e4m3", "flash")).isEqualTo(ALLOWED);
        assertThat(check("h100-80gb", "int4", "auto"))
                .isEqualTo(
                        new Capability(
                                ALLOWED,
                                "integer weights under 16-bit activations (W4A16 and W8A16), unpacked to bf16 as they are multiplied"));
    }

    @Test
    void flashAttentionTakesNoFp32AndNoLargeHeads() {
        assertRefused(
                "a100-80gb",
                "fp32",
                "flash",
                "FlashAttention 2 takes fp16 and bf16, not fp32; take the kernel standard");
        HardwareProfile profile = ProfileCatalog.of("a100-80gb").orElseThrow();
        assertThat(CapabilityCheck.of(profile, "bf16", "flash", 256).verdict()).isEqualTo(ALLOWED);
        assertThat(CapabilityCheck.of(profile, "bf16", "flash", 264).reason())
                .isEqualTo(
                        "FlashAttention takes heads of 256 numbers at most there, and the model's have 264; take the kernel"
                                + " standard");
        assertThat(CapabilityCheck.kernel(profile, "bf16", 64)).isEqualTo("flash");
        assertThat(CapabilityCheck.kernel(profile, "fp32", 64)).isEqualTo("standard");
    }

    @Test
    void whatNoKernelIsPublishedForIsEmulated() {
        assertThat(check("h100-80gb", "int2", "auto"))
                .isEqualTo(new Capability(EMULATED, "no published kernel: computed as bf16, unpacked"));
        assertThat(check("v100-32gb", "sparse-30", "auto"))
                .isEqualTo(new Capability(EMULATED, "no published kernel: computed as fp32, unpacked"));
        assertThat(verdict("a100-80gb", "sparse-2:4", "auto")).isEqualTo(ALLOWED);
        assertThat(verdict("t4", "sparse-2:4", "auto")).isEqualTo(EMULATED);
        assertThat(verdict("t4", "channel-25", "auto")).isEqualTo(ALLOWED);
    }

    @Test
    void aPrecisionThatNothingIsKnownOfIsNotCalledAllowed() {
        assertThat(verdict("h100-80gb", "low", "auto")).isEqualTo(EMULATED);
    }

    @Test
    void aProcessorEmulatesWhatItHasNoInstructionsFor() {
        HardwareProfile avx2 = HostProcessor.profile("flags : avx2 fma\n", "", 4);
        assertThat(CapabilityCheck.of(avx2, "fp32", "flash", 64).verdict()).isEqualTo(ALLOWED);
        assertThat(CapabilityCheck.of(avx2, "bf16", "auto", 64))
                .isEqualTo(new Capability(EMULATED, "no bf16 instructions: computed in fp32 and rounded"));
        HardwareProfile zen5 = HostProcessor.profile("flags : avx512f avx512_bf16 avx512_vnni\n", "", 4);
        assertThat(CapabilityCheck.of(zen5, "bf16", "auto", 64))
                .isEqualTo(new Capability(ALLOWED, "bf16 instructions"));
        assertThat(CapabilityCheck.of(zen5, "int8", "auto", 64).verdict()).isEqualTo(ALLOWED);
    }

    private static void assertRefused(String profile, String precision, String kernel, String reason) {
        assertThat(check(profile, precision, kernel)).isEqualTo(new Capability(REFUSED, reason));
    }

    private static Verdict verdict(String profile, String precision, String kernel) {
        return check(profile, precision, kernel).verdict();
    }

    private static Capability check(String profile, String precision, String kernel) {
        return CapabilityCheck.of(ProfileCatalog.of(profile).orElseThrow(), precision, kernel, 64);
    }
}
