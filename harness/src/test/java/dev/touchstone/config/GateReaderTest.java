package dev.touchstone.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.config.GateConfiguration.Decision;
import dev.touchstone.config.GateConfiguration.Limit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateReaderTest {

    @Test
    void withoutPropertiesThereIsNoGate() {
        GateConfiguration gates = read(Map.of());
        assertThat(gates.limits()).isEmpty();
        assertThat(gates.compares()).isFalse();
        assertThat(gates.decision()).isEqualTo(new Decision(0.05, 0.8, false, false));
    }

    @Test
    void aBaselineAloneMeansThatNoDropIsLetThrough() {
        GateConfiguration gates = read(Map.of("baseline", "latest"));
        assertThat(gates.limits()).containsOnlyKeys(GateKind.REGRESSION);
        assertThat(gates.limits(GateKind.REGRESSION).of("ceval")).contains(new Limit(Double.NEGATIVE_INFINITY, 0));
        assertThat(read(Map.of("baseline", "latest", "gate.flips", "5%")).limits())
                .containsOnlyKeys(GateKind.FLIPS);
    }

    @Test
    void sharesAreWrittenInPercentOrNot() {
        for (String one : List.of("1%", "1 %", "0.01", "1e-2")) {
            assertThat(read(Map.of("gate.no-answer", one))
                            .limits(GateKind.NO_ANSWER)
                            .of("any")
                            .orElseThrow()
                            .most())
                    .isEqualTo(0.01);
        }
    }

    @Test
    void aValueForASuiteWinsOverTheOneForAll() {
        Scoped<Limit> limits = read(Map.of("gate.error", "0, gsm8k=1%")).limits(GateKind.ERROR);
        assertThat(limits.of("ceval").orElseThrow().most()).isZero();
        assertThat(limits.of("gsm8k").orElseThrow().most()).isEqualTo(0.01);
        assertThat(limits.scopes()).containsExactly("gsm8k");
        Scoped<Limit> some = read(Map.of("gate.error", "gsm8k=1%")).limits(GateKind.ERROR);
        assertThat(some.of("ceval")).isEmpty();
    }

    @Test
    void lengthHasTwoLimits() {
        assertThat(read(Map.of("baseline", "b.json", "gate.length", "90%..1.1"))
                        .limits(GateKind.LENGTH)
                        .of("gsm8k"))
                .contains(new Limit(0.9, 1.1));
    }

    @Test
    void malformedValuesNameTheLegalOnes() {
        assertThat(problems(Map.of("gate.regression", "much", "baseline", "latest")))
                .containsExactly("property 'gate.regression' is 'much'; legal: a share such as 1% or 0.01, from 0 to "
                        + "below 100 %; for one suite SUITE=SHARE; several separated by commas "
                        + "(such as -Dgate.regression=0,gsm8k=1%)");
        for (Map.Entry<String, String> wrong : Map.ofEntries(
                        Map.entry("gate.detect", "0"),
                        Map.entry("gate.non-inferiority", "0"),
                        Map.entry("gate.flips", "100%"),
                        Map.entry("gate.perplexity", "-1"),
                        Map.entry("gate.length", "1.1..0.9"),
                        Map.entry("gate.min", "acc=NaN"),
                        Map.entry("gate.no-answer", "1%,1%"),
                        Map.entry("gate.error", "=1%"),
                        Map.entry("gate.level", "60%"),
                        Map.entry("gate.power", "20%"),
                        Map.entry("gate.inconclusive", "maybe"),
                        Map.entry("gate.items", "some"))
                .entrySet()) {
            assertThat(problems(Map.of("baseline", "latest", wrong.getKey(), wrong.getValue())))
                    .as(wrong.getKey())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("property '" + wrong.getKey() + "' is '" + wrong.getValue() + "'; legal: ");
        }
    }

    @Test
    void aGateThatComparesNeedsABaseline() {
        assertThat(problems(Map.of("gate.non-inferiority", "2%")))
                .containsExactly("property 'gate.non-inferiority' compares with a baseline, and there is none; "
                        + "pass -Dbaseline=FILE, RUN-ID or latest");
        assertThat(problems(Map.of("gate.min", "25%"))).isEmpty();
    }

    @Test
    void whatIsRecordedNeedsAFileToWrite() {
        assertThat(problems(Map.of("gate.accept", "true")))
                .containsExactly("property 'gate.accept' needs a file to write, and property 'baseline' is not set; "
                        + "pass a name that ends in .json (such as -Dbaseline=baselines/ceval.json)");
        assertThat(problems(Map.of("gate.accept", "20261101-1", "baseline", "latest")))
                .containsExactly("property 'gate.accept' needs a file to write, and property 'baseline' is 'latest'; "
                        + "pass a name that ends in .json (such as -Dbaseline=baselines/ceval.json)");
        GateConfiguration gates = read(Map.of("gate.accept", "true", "baseline", "b.json"));
        assertThat(gates.compares()).isFalse();
        assertThat(read(Map.of("gate.accept", "false", "baseline", "b.json")).compares())
                .isTrue();
    }

    private static GateConfiguration read(Map<String, String> values) {
        ConfigurationReader reader = reader(values);
        GateConfiguration gates = reader.read(Set.of()).gates();
        assertThat(reader.problems()).isEmpty();
        return gates;
    }

    private static List<String> problems(Map<String, String> values) {
        ConfigurationReader reader = reader(new LinkedHashMap<>(values));
        reader.read(Set.of());
        return reader.problems();
    }

    private static ConfigurationReader reader(Map<String, String> values) {
        return new ConfigurationReader(name -> Optional.ofNullable(values.get(name)));
    }
}
