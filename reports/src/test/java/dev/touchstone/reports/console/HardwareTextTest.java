package dev.touchstone.reports.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.HardwareRuns;
import dev.touchstone.result.RunResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HardwareTextTest {

    /** By hand: int4 reads 3.79 GB and 0.52 GB of cache at 300 GB/s; 26.95 GB of fp32 are more than 16 GB. */
    @Test
    void eachPrecisionHasALineAndItsReasonBelow() {
        assertThat(text(HardwareRuns.t4(Path.of("x")))).isEqualTo("""

            Hardware t4  NVIDIA T4 · 16.0 GB · 300.0 GB/s · longest prompt 1,000 tokens, one at a time
            RULE
                  runs      kernel     memory  fit at once  prefill, a token  waits for  decode, a token  waits for
            RULE
            fp32  yes       standard  28.3 GB            0           1.66 ms    compute         93.34 ms  bandwidth
            int4  emulated  flash      4.4 GB           19         207.33 us    compute         14.38 ms  bandwidth
            bf16  no        standard        –            –                 –          –                –          –
            RULE
            ! fp32: does not fit
            ! int4: emulated · integer weights under 16-bit activations (W4A16 and W8A16) with fp16 in place of bf16
            ! bf16: skipped · no bf16 arithmetic: the compute capability is 7.5, and that begins with 8.0
            times are the least that memory and arithmetic need; no device reaches them""".replace("RULE", "─".repeat(103)));
    }

    @Test
    void theOwnProcessorIsNoNews() {
        assertThat(text(HardwareRuns.host(Path.of("x")))).isEmpty();
    }

    private static String text(RunResult run) {
        return String.join(
                "\n",
                new HardwareText(Objects.requireNonNull(run.hardware()), new Style(false, StandardCharsets.UTF_8))
                        .lines());
    }
}
