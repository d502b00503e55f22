package dev.touchstone.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.hardware.Roofline.Bound;
import org.junit.jupiter.api.Test;

/** The shape of Llama 2 7B (Touvron et al. 2023), whose figures are computed by hand below. */
class EstimateTest {

    private static final long WEIGHTS = 6_607_077_376L;
    private static final long FP16_BYTES = 2 * 6_738_415_616L;

    private final HardwareProfile a100 = ProfileCatalog.of("a100-80gb").orElseThrow();

    @Test
    void multipliedWeightsAreThoseOfEveryTokensWay() {
        // 32 (4 * 4096 * 4096 + 3 * 4096 * 11008) + 32000 * 4096
        assertThat(llama(FP16_BYTES, 1000, 1).multipliedWeights()).isEqualTo(WEIGHTS);
    }

    /** 2 * 32 * 32 * 128 * 2 bytes are half a MiB for each token. */
    @Test
    void theCacheTakesHalfAMebibyteForEachToken() {
        MemoryCheck check = MemoryCheck.of(a100, "fp16", "flash", llama(FP16_BYTES, 1000, 4));
        assertThat(check.cacheBytes()).isEqualTo(4 * 1000 * 524_288L);
        assertThat(check.weightBytes()).isEqualTo(FP16_BYTES);
        // (2 * 4096 + 3 * 4096 + 4096 + 2 * 11008) * 2 bytes a token, and 4 * 32000 for the last one's logits
        assertThat(check.activationBytes()).isEqualTo(4 * (1000 * 93_184L + 128_000));
        assertThat(check.fits()).isTrue();
    }

    @Test
    void fp32KeepsTwiceTheCache() {
        assertThat(MemoryCheck.of(a100, "fp32", "standard", llama(4, 1000, 1)).cacheBytes())
                .isEqualTo(1000 * 1_048_576L);
    }

    @Test
    void theStandardKernelsScoresGrowWithTheSquareOfTheLength() {
        long shorter = scores(1000);
        assertThat(shorter).isEqualTo(4L * 32 * 1000 * 1000);
        assertThat(scores(4000)).isEqualTo(16 * shorter);
    }

    private long scores(int tokens) {
        Workload work = llama(FP16_BYTES, tokens, 1);
        return MemoryCheck.of(a100, "fp16", "standard", work).activationBytes()
                - MemoryCheck.of(a100, "fp16", "flash", work).activationBytes();
    }

    @Test
    void whatDoesNotFitIsSaid() {
        HardwareProfile t4 = ProfileCatalog.of("t4").orElseThrow();
        MemoryCheck fits = MemoryCheck.of(t4, "fp16", "flash", llama(FP16_BYTES, 1000, 4));
        assertThat(fits.totalBytes()).isLessThan(16_000_000_000L + 1);
        assertThat(fits.largestBatch())
                .hasValue((16_000_000_000L - FP16_BYTES) / (524_288_000L + 93_184_000 + 128_000));
        MemoryCheck larger = MemoryCheck.of(t4, "fp16", "flash", llama(FP16_BYTES, 1000, 5));
        assertThat(larger.fits()).isFalse();
        assertThat(MemoryCheck.of(t4, "fp32", "flash", llama(2 * FP16_BYTES, 1, 1))
                        .largestBatch())
                .hasValue(0);
    }

    /** Decoding 7B in fp16 on an A100 reads 13.5 GB and half a GB of cache, at 2039 GB/s. */
    @Test
    void decodingWaitsForMemory() {
        Roofline roofline = Roofline.of(a100, "fp16", llama(FP16_BYTES, 1000, 1));
        assertThat(roofline.decode().bound()).hasValue(Bound.BANDWIDTH);
        assertThat(roofline.decode().seconds().orElseThrow())
                .isCloseTo((FP16_BYTES + 524_288_000.0) / 2.039e12, within(1e-9));
    }

    /** 2 * 6.6e9 operations, and 4 * 32 * 32 * 128 * 500 of attention, at 312 TFLOPS. */
    @Test
    void prefillWaitsForArithmetic() {
        Roofline roofline = Roofline.of(a100, "fp16", llama(FP16_BYTES, 1000, 1));
        assertThat(roofline.prefill().bound()).hasValue(Bound.COMPUTE);
        assertThat(roofline.prefill().seconds().orElseThrow())
                .isCloseTo((2.0 * WEIGHTS + 262_144_000.0) / 312e12, within(1e-12));
        assertThat(Roofline.of(a100, "fp16", llama(FP16_BYTES, 50, 1)).prefill().bound())
                .hasValue(Bound.BANDWIDTH);
    }

    @Test
    void eachPrecisionIsMultipliedAsItsArithmetic() {
        Workload work = llama(FP16_BYTES, 2000, 8);
        double fp16 = prefill("fp16", work);
        assertThat(prefill("int8", work)).isCloseTo(fp16 / 2, within(fp16 * 0.01));
        assertThat(prefill("int4", work)).isEqualTo(prefill("bf16", work));
        assertThat(prefill("fp32", work)).isCloseTo(fp16 * 16, within(fp16 * 0.01));
    }

    private double prefill(String precision, Workload work) {
        return Roofline.of(a100, precision, work).prefill().seconds().orElseThrow();
    }

    @Test
    void withoutAFigureThereIsNoEstimate() {
        HardwareProfile host = HostProcessor.profile("flags : avx2\ncpu MHz : 2000.0\n", "", 2);
        Roofline roofline = Roofline.of(host, "fp32", llama(4, 10, 1));
        assertThat(roofline.decode().seconds()).isEmpty();
        assertThat(roofline.decode().undefined())
                .isEqualTo("the profile host has no bandwidth; give it in a profile of your own");
        HardwareProfile bare = HostProcessor.profile("", "", 2);
        assertThat(Roofline.of(bare, "fp32", llama(4, 10, 1)).prefill().undefined())
                .isEqualTo("the profile host has no peak for fp32");
    }

    private static Workload llama(long bytes, int tokens, int batch) {
        return new Workload(32, 4096, 32, 32, 128, 11_008, 32_000, bytes, tokens, batch);
    }
}
