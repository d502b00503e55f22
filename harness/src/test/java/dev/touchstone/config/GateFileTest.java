package dev.touchstone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateFileTest {

    @TempDir
    Path folder;

    @Test
    void aFileSaysWhatPropertiesSay() throws IOException {
        RunConfiguration configuration = read("""
                baseline: baselines/ceval.json
                gate:
                  regression: 1%
                  detect: {ceval: 2%, gsm8k: 0.03}
                  min: {acc: 25%, gsm8k/exact_match: 0.3}
                  length: 90%..110%
                  inconclusive: fail
                """, Map.of());
        GateConfiguration gates = configuration.gates();
        assertThat(gates.comparison().baseline()).contains("baselines/ceval.json");
        assertThat(gates.limits(GateKind.REGRESSION).of("ceval").orElseThrow().most())
                .isEqualTo(0.01);
        assertThat(gates.comparison().detect().of("gsm8k")).contains(0.03);
        assertThat(gates.limits(GateKind.MINIMUM).scopes()).containsExactly("acc", "gsm8k/exact_match");
        assertThat(gates.decision().inconclusiveFails()).isTrue();
        assertThat(configuration.given())
                .containsEntry("gate.detect", "ceval=2%,gsm8k=0.03")
                .containsEntry("baseline", "baselines/ceval.json");
    }

    @Test
    void propertiesWinOverTheFile() throws IOException {
        GateConfiguration gates = read("baseline: a.json\ngate: {regression: 1%}\n", Map.of("gate.regression", "2%"))
                .gates();
        assertThat(gates.limits(GateKind.REGRESSION).of("ceval").orElseThrow().most())
                .isEqualTo(0.02);
        assertThat(gates.comparison().baseline()).contains("a.json");
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        assertThat(read("# nothing yet\n", Map.of()).gates().limits()).isEmpty();
    }

    @Test
    void whatIsWrongNamesTheFileAndTheLegalKeys() throws IOException {
        Path file = folder.resolve("touchstone.yaml");
        String names = "regression, detect, non-inferiority, flips, perplexity, length, min, no-answer, error, metric, "
                + "level, power, inconclusive, sequential, items";
        assertThat(problems("suite: ceval\n")).containsExactly(file + ": unknown key 'suite'; legal: baseline, gate");
        assertThat(problems("gate: {regresion: 0}\n"))
                .containsExactly(file + ": unknown key 'gate.regresion'; legal: " + names);
        assertThat(problems("gate: {accept: true}\n"))
                .containsExactly(file + ": unknown key 'gate.accept'; legal: " + names);
        assertThat(problems("gate: 5\n")).containsExactly(file + ": key 'gate' must hold the keys " + names);
        assertThat(problems("gate: {min: [1, 2]}\n"))
                .containsExactly(file + ": key 'gate.min' must hold one value, or a map with values");
        assertThat(problems("- a\n")).containsExactly(file + " must hold the keys baseline and gate");
        assertThat(problems("gate: {min\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(file + " can't be read as YAML: ");
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        ConfigurationReader reader = reader(Map.of("gate.file", "absent.yaml"));
        reader.read(Set.of());
        assertThat(reader.problems())
                .containsExactly("property 'gate.file' names 'absent.yaml', and there is no such file");
    }

    private RunConfiguration read(String yaml, Map<String, String> properties) throws IOException {
        Path file = Files.writeString(folder.resolve("touchstone.yaml"), yaml);
        Map<String, String> all = new HashMap<>(properties);
        all.put("gate.file", file.toString());
        ConfigurationReader reader = reader(all);
        RunConfiguration configuration = reader.read(Set.of());
        assertThat(reader.problems()).isEmpty();
        return configuration;
    }

    private List<String> problems(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("touchstone.yaml"), yaml);
        ConfigurationReader reader = reader(Map.of("gate.file", file.toString()));
        reader.read(Set.of());
        return reader.problems();
    }

    private static ConfigurationReader reader(Map<String, String> values) {
        return new ConfigurationReader(name -> Optional.ofNullable(values.get(name)));
    }
}
