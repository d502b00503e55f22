package dev.touchstone.reports.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.DistributionRuns;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DistributionTableTest {

    @Test
    void eachVariantHasALine() {
        assertThat(String.join(
                        "\n",
                        new DistributionTable(
                                        DistributionRuns.variants(Path.of("x")).distributions(),
                                        new Style(false, StandardCharsets.UTF_8))
                                .lines()))
                .isEqualTo("""

            C-Eval  next token against fp32 · 6,120 positions · KL in nats, perplexity as a multiple
            RULE
                   mean KL  std error  median    90 %    99 %  99.9 %  largest  same top %  perplexity  std error  gain of P, points  root mean square
            RULE
            int4  0.305883   0.004257  0.2369  0.5778  1.6130  3.5420   6.5660       69.95      1.2568     0.0110              -4.34             12.27
            int2         –          –       –       –       –       –        –           –           –          –                  –                 –
            RULE
            ! int2: no position was scored under both variants in this run""".replace("RULE", "─".repeat(138)));
    }
}
