package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.model.ChatFormat;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.reference.testing.TinyModels;
import dev.touchstone.run.Models;
import dev.touchstone.suites.ChatTemplate;
import dev.touchstone.suites.ChatTemplate.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prompts put as chats, in the template that comes with a model. */
class ChatRunTest {

    private static final Path SHARED = Path.of(System.getProperty("touchstone.test.shared", "../shared"));

    private static final String TEMPLATE =
            "{% for m in messages %}<{{ m.role }}>{{ m.content }}</{{ m.role }}>{% endfor %}<assistant>";

    @TempDir
    Path folder;

    @Test
    void descriptionShotsAndQuestionAreMessages() throws IOException {
        JsonNode item = run(TEMPLATE, Map.of("shots", "1", "system", "Be brief."));
        String prompt = item.required("prompt").asString();
        assertThat(prompt)
                .startsWith(
                        "<system>Be brief.\n\nThe following are questions (with answers) about anatomy.\n\n</system><user>Question: ")
                .containsPattern("\nAnswer:</user><assistant>[^<]+</assistant><user>Question: ")
                .endsWith("\nAnswer:</user><assistant>");
        assertThat(item.required("choices").get(0).asString()).doesNotStartWith(" ");
    }

    @Test
    void aTemplateThatRefusesASystemMessageGetsTheOthers() throws IOException {
        String picky = "{% if messages[0].role == 'system' %}{{ raise_exception('none') }}{% endif %}" + TEMPLATE;
        assertThat(run(picky, Map.of()).required("prompt").asString()).startsWith("<user>Question: ");
    }

    @Test
    void aSystemPromptBeginsAPlainPrompt() throws IOException {
        JsonNode item = BenchmarkRun.execute(
                        "mmlu/anatomy#0",
                        folder.resolve("plain"),
                        Map.of("model", tiny(TEMPLATE), "data", "mini", "system", "Be brief."))
                .get("mmlu/anatomy#0");
        assertThat(item.required("prompt").asString())
                .startsWith("Be brief.\n\nThe following are questions (with answers) about anatomy.\n\nQuestion: ");
    }

    /** The model's own template, read from its file, gives the texts of transformers' apply_chat_template. */
    @Test
    void theTemplateOfARealModelRendersAsInTransformers() throws Exception {
        Path file = SHARED.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        Path golden = Path.of("../suites/src/test/resources/dev/touchstone/suites/chats.json");
        assumeTrue(Files.exists(file), () -> "needs " + file.toAbsolutePath());
        JsonNode values = JsonMapper.shared().readTree(Files.readString(golden));
        try (LanguageModel model = Models.load().open("gguf:" + file, ModelOptions.defaults())) {
            ChatFormat format = model.chatFormat().orElseThrow();
            ChatTemplate template = ChatTemplate.of(format.template(), format.marks());
            for (JsonNode expected : values.required("model")) {
                String chat = expected.required("chat").asString();
                List<Message> messages = values.required("chats")
                        .required(chat)
                        .valueStream()
                        .map(message -> new Message(
                                message.required("role").asString(),
                                message.required("content").asString()))
                        .toList();
                byte[] text = template.render(messages).getBytes(StandardCharsets.UTF_8);
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                        .as(chat)
                        .isEqualTo(expected.required("sha256").asString());
            }
        }
    }

    private JsonNode run(String template, Map<String, String> more) throws IOException {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("model", tiny(template));
        properties.put("data", "mini");
        properties.put("chat", "true");
        return BenchmarkRun.execute("mmlu/anatomy#0", folder.resolve("run"), properties)
                .get("mmlu/anatomy#0");
    }

    private String tiny(String template) throws IOException {
        Path model = TinyModels.folder(folder.resolve("hf"), 7);
        Files.writeString(model.resolve("chat_template.jinja"), template);
        return "hf:" + model;
    }
}
