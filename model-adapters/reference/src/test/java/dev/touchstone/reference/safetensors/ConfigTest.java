package dev.touchstone.reference.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;
import dev.touchstone.reference.testing.TinyFolder;
import dev.touchstone.reference.testing.TinyShape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ConfigTest {

    private static final Path FILE = Path.of("m", "config.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> json = TinyFolder.config(TinyShape.standard(), "F32");

    @Test
    void hasTransformersDefaults() {
        for (String key :
                List.of("num_key_value_heads", "rms_norm_eps", "rope_theta", "tie_word_embeddings", "hidden_act")) {
            json.remove(key);
        }
        LlamaConfig config = read();
        assertThat(config.keyValueHeads()).isEqualTo(4);
        assertThat(config.rmsEpsilon()).isEqualTo(1e-6f);
        assertThat(config.rope()).isEqualTo(new Rope(10000, Pairs.HALVES, new Scaling.None()));
        assertThat(config.tiedEmbeddings()).isFalse();
    }

    @Test
    void aNullIsAMissingValue() {
        json.put("rope_scaling", null);
        json.put("head_dim", null);
        assertThat(read().headSize()).isEqualTo(16);
    }

    @Test
    void readsAHeadSizeOfItsOwn() {
        json.put("head_dim", 32);
        assertThat(read().headSize()).isEqualTo(32);
    }

    @Test
    void acceptsAModelTypeWhereNoArchitectureIsNamed() {
        json.remove("architectures");
        assertThat(read().layers()).isEqualTo(2);
    }

    @Test
    void readsRopeParametersOfTransformersFive() {
        json.remove("rope_theta");
        json.put("rope_parameters", Map.of("rope_theta", 500000.0, "rope_type", "default"));
        assertThat(read().rope()).isEqualTo(new Rope(500000, Pairs.HALVES, new Scaling.None()));
    }

    @ParameterizedTest
    @CsvSource({"type", "rope_type"})
    void readsLinearScaling(String key) {
        json.put("rope_scaling", Map.of(key, "linear", "factor", 4.0));
        assertThat(read().rope().scaling()).isEqualTo(new Scaling.Linear(4));
    }

    @Test
    void readsLlama3Scaling() {
        json.put("rope_scaling", llama3());
        assertThat(read().rope().scaling()).isEqualTo(new Scaling.Llama3(32, 1, 4, 8192));
    }

    @Test
    void namesAMissingScalingFactor() {
        Map<String, Object> scaling = llama3();
        scaling.remove("low_freq_factor");
        json.put("rope_scaling", scaling);
        assertThat(message())
                .isEqualTo(
                        FILE + " has no 'low_freq_factor', which is needed: download the original file of the model");
    }

    @Test
    void refusesLlama3FactorsInTheWrongOrder() {
        Map<String, Object> scaling = llama3();
        scaling.put("high_freq_factor", 1.0);
        json.put("rope_scaling", scaling);
        assertThat(message())
                .isEqualTo(
                        FILE
                                + ": high_freq_factor 1.0 is not above low_freq_factor 1.0; convert or download the model again");
    }

    @Test
    void refusesOtherScalingByName() {
        json.put("rope_scaling", Map.of("rope_type", "yarn", "factor", 4.0));
        assertThat(message())
                .isEqualTo(FILE
                        + ": 'rope_type' is \"yarn\", which isn't supported; supported: default, linear, llama3. Use another"
                        + " model");
    }

    @Test
    void aMixtralHasExpertsAndSeesAllPositions() {
        json.put("architectures", List.of("MixtralForCausalLM"));
        assertThat(read().experts()).isEqualTo(new LlamaConfig.Experts(8, 2));
        json.put("num_experts_per_tok", 9);
        assertThat(message())
                .isEqualTo(FILE
                        + ": a token goes through 9 experts, but there are 8; convert or download the model again");
        json.put("sliding_window", 16);
        assertThat(message())
                .isEqualTo(FILE + ": 'sliding_window' is 16, which isn't supported; supported: null, or as long as the"
                        + " context. Use another model");
    }

    @Test
    void refusesOtherArchitecturesByName() {
        json.put("architectures", List.of("Qwen3ForCausalLM"));
        assertThat(message())
                .isEqualTo(FILE
                        + ": 'architectures' is [\"Qwen3ForCausalLM\"], which isn't supported; supported: LlamaForCausalLM, MixtralForCausalLM."
                        + " Use another model");
    }

    @ParameterizedTest
    @CsvSource({
        "attention_bias, true, false",
        "mlp_bias, true, false",
        "hidden_act, \"gelu\", silu",
        "partial_rotary_factor, 0.5, 1",
    })
    void refusesVariationsThatItDoesNotCompute(String key, String value, String supported) {
        json.put(key, JSON.readTree(value));
        assertThat(message())
                .isEqualTo(FILE + ": '" + key + "' is " + value + ", which isn't supported; supported: " + supported
                        + ". Use another model");
    }

    @Test
    void refusesQuantizedWeights() {
        json.put("quantization_config", Map.of("quant_method", "gptq"));
        assertThat(message())
                .isEqualTo(FILE
                        + ": 'quantization_config' is {\"quant_method\":\"gptq\"}, which isn't supported; supported: weights"
                        + " that aren't quantized (F32, F16, BF16), or a GGUF file. Use another model");
    }

    @Test
    void namesAMissingNumber() {
        json.remove("hidden_size");
        assertThat(message())
                .isEqualTo(FILE + " has no 'hidden_size', which is needed: download the original file of the model");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "99999999999", "\"64\"", "true"})
    void refusesWhatIsNoPositiveInteger(String value) {
        json.put("hidden_size", JSON.readTree(value));
        assertThat(message())
                .isEqualTo(FILE + ": 'hidden_size' is " + value
                        + ", but an integer from 1 to 2147483647 is expected: download the"
                        + " original file of the model");
    }

    @ParameterizedTest
    @CsvSource({
        "rms_norm_eps, true, a number",
        "tie_word_embeddings, 1, true or false",
        "hidden_act, 7, a string",
        "rope_scaling, 2, an object",
    })
    void refusesValuesOfAnotherType(String key, String value, String expected) {
        json.put(key, JSON.readTree(value));
        assertThat(message())
                .isEqualTo(FILE + ": '" + key + "' is " + value + ", but " + expected
                        + " is expected: download the original file of the model");
    }

    @Test
    void refusesAWidthThatHeadsDontDivide() {
        json.put("num_attention_heads", 5);
        assertThat(message())
                .isEqualTo(FILE
                        + ": 'hidden_size' 64 is no multiple of 'num_attention_heads' 5: download the original file of the"
                        + " model");
    }

    @Test
    void saysWhereTheJsonIsBroken() {
        Throwable thrown =
                catchThrowable(() -> HuggingFaceConfig.read(FILE, "{\"a\": }".getBytes(StandardCharsets.UTF_8)));
        assertThat(thrown)
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(FILE + " is not valid JSON (byte ")
                .hasMessageEndingWith("): download it again");
    }

    @Test
    void refusesAKeyThatOccursTwice() {
        Throwable thrown = catchThrowable(
                () -> HuggingFaceConfig.read(FILE, "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8)));
        assertThat(thrown).isInstanceOf(ModelException.class).hasMessageContaining("Duplicate");
    }

    private static Map<String, Object> llama3() {
        Map<String, Object> scaling = new HashMap<>();
        scaling.put("rope_type", "llama3");
        scaling.put("factor", 32.0);
        scaling.put("low_freq_factor", 1.0);
        scaling.put("high_freq_factor", 4.0);
        scaling.put("original_max_position_embeddings", 8192);
        return scaling;
    }

    private LlamaConfig read() {
        return HuggingFaceConfig.read(FILE, JSON.writeValueAsBytes(json));
    }

    private String message() {
        Throwable thrown = catchThrowable(this::read);
        assertThat(thrown).isInstanceOf(ModelException.class);
        return thrown.getMessage();
    }
}
