package dev.touchstone.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.config.RunConfiguration.Subset;
import dev.touchstone.model.ModelOptions.Simd;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {

    @Test
    void defaultsHoldWhenNothingIsSet() {
        RunConfiguration configuration = read(Map.of());
        assertThat(configuration.suite()).isEmpty();
        assertThat(configuration.subset()).isEqualTo(new Subset.All());
        assertThat(configuration.seed()).isEqualTo(1234);
        assertThat(configuration.simd()).isEqualTo(Simd.AUTO);
        assertThat(configuration.resume()).isTrue();
        assertThat(configuration.output()).isEqualTo(Path.of("target", "touchstone"));
    }

    @Test
    void precisionsKeepTheirOrder() {
        assertThat(read(Map.of()).precisions()).containsExactly("native");
        assertThat(read(Map.of("precision", "fp32, sparse-2:4,int8")).precisions())
                .containsExactly("fp32", "sparse-2:4", "int8");
    }

    @Test
    void everyExampleIsLegal() {
        // A file of gates must be there, so its example can't be read here; GateFileTest reads others.
        for (Property property : EnumSet.complementOf(EnumSet.of(Property.GATE_FILE))) {
            Map<String, String> values = new HashMap<>(Map.of("baseline", "baselines/ceval.json"));
            values.put(property.key(), property.example());
            ConfigurationReader reader = reader(values);
            reader.read(Set.of());
            assertThat(reader.problems()).as(property.key()).isEmpty();
        }
    }

    @Test
    void theParameterWithPrefixWinsOverThePlainProperty() {
        assertThat(read(Map.of("seed", "1", "touchstone.seed", "2")).seed()).isEqualTo(2);
    }

    @Test
    void samplesAreNumbersOrShares() {
        assertThat(read(Map.of("sample", "7")).subset()).isEqualTo(new Subset.Sample(7));
        assertThat(read(Map.of("sample", "2.5%")).subset()).isEqualTo(new Subset.Share(2.5));
    }

    @Test
    void memoryIsGivenInMebibytesOrGibibytes() {
        assertThat(read(Map.of("memory", "512m")).memory()).isEqualTo(512L << 20);
        assertThat(read(Map.of("memory", "2g")).memory()).isEqualTo(2L << 30);
        assertThat(read(Map.of("memory", "999999999g")).memory()).isPositive();
        assertThat(read(Map.of()).memory()).isEqualTo(Runtime.getRuntime().maxMemory() / 4);
    }

    @Test
    void malformedValuesNameTheLegalOnes() {
        assertThat(problems("sample", "0%"))
                .containsExactly("property 'sample' is '0%'; legal: a number from 1, or a percentage above 0 % and "
                        + "up to 100 % (such as -Dsample=10%)");
        assertThat(problems("simd", "avx"))
                .containsExactly("property 'simd' is 'avx'; legal: auto, scalar (such as -Dsimd=scalar)");
        assertThat(problems("resume", "yes"))
                .containsExactly("property 'resume' is 'yes'; legal: true, false (such as -Dresume=false)");
        assertThat(problems("seed", "1.5"))
                .containsExactly("property 'seed' is '1.5'; legal: a whole number (such as -Dseed=7)");
        assertThat(problems("precision", "int8,,int4"))
                .singleElement()
                .asString()
                .startsWith("property 'precision' is 'int8,,int4'; legal: native, fp32,")
                .endsWith("several separated by commas (such as -Dprecision=fp32,int8,int4)");
        assertThat(problems("memory", "0m"))
                .containsExactly("property 'memory' is '0m'; legal: a number from 1 and m (MiB) or g (GiB) (such as "
                        + "-Dmemory=2g)");
        assertThat(problems("memory", "2000")).hasSize(1);
        assertThat(problems("memory", "1.5g")).hasSize(1);
        assertThat(problems("precision", "int8,,int4"))
                .singleElement()
                .asString()
                .startsWith("property 'precision' is 'int8,,int4'; legal: native, fp32,")
                .endsWith("several separated by commas (such as -Dprecision=fp32,int8,int4)");
        assertThat(problems("suite", " ")).hasSize(1);
        assertThat(problems("sample", "NaN%")).hasSize(1);
    }

    @Test
    void limitAndSampleExcludeEachOther() {
        ConfigurationReader reader = reader(Map.of("limit", "1", "sample", "1"));
        reader.read(Set.of());
        assertThat(reader.problems())
                .containsExactly("properties 'limit' and 'sample' exclude each other; set one of them");
    }

    @Test
    void propertiesOfTheBuildAreNoneOfOurBusiness() {
        ConfigurationReader reader = reader(Map.of());
        reader.read(
                Set.of("test", "skipTests", "user.home", "surefire.test.class.path", "maven.repo.local", "basedir"));
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void unknownGatesAreRefusedAndThoseToComeSaySo() {
        ConfigurationReader reader = reader(Map.of());
        reader.read(List.of("gate.acc.min", "touchstone.gate.regresion", "gate.kl"));
        assertThat(reader.problems()).hasSize(3);
        assertThat(reader.problems().get(0)).startsWith("unknown property 'gate.acc.min'; legal: gate.regression, ");
        assertThat(reader.problems().get(1)).startsWith("property 'gate.kl' is not supported by this version; legal: ");
        assertThat(reader.problems().get(2))
                .startsWith("unknown property 'touchstone.gate.regresion'; did you mean 'gate.regression'? legal: ");
    }

    private static RunConfiguration read(Map<String, String> values) {
        return reader(values).read(Set.of());
    }

    private static List<String> problems(String name, String value) {
        ConfigurationReader reader = reader(Map.of(name, value));
        reader.read(Set.of());
        return reader.problems();
    }

    private static ConfigurationReader reader(Map<String, String> values) {
        return new ConfigurationReader(name -> Optional.ofNullable(values.get(name)));
    }
}
