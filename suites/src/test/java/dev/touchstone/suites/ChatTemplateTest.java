package dev.touchstone.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.ChatTemplate.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares with what transformers renders; {@code src/test/scripts/golden_chats.py} wrote the values. */
class ChatTemplateTest {

    @TestFactory
    Stream<DynamicTest> rendersAsTransformers() throws IOException {
        JsonNode golden = golden();
        Map<String, String> marks = new HashMap<>();
        golden.required("marks")
                .properties()
                .forEach(mark -> marks.put(mark.getKey(), mark.getValue().asString()));
        return golden.required("templates")
                .valueStream()
                .flatMap(template -> template.required("cases")
                        .valueStream()
                        .map(example -> DynamicTest.dynamicTest(
                                template.required("name").asString() + ", "
                                        + example.required("chat").asString(),
                                () -> check(
                                        template.required("template").asString(),
                                        marks,
                                        messages(
                                                golden, example.required("chat").asString()),
                                        example))));
    }

    private static void check(String template, Map<String, String> marks, List<Message> messages, JsonNode expected) {
        if (expected.has("text")) {
            assertThat(ChatTemplate.of(template, marks).render(messages))
                    .isEqualTo(expected.required("text").asString());
        } else {
            assertThatThrownBy(() -> ChatTemplate.of(template, marks).render(messages))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageStartingWith("the model's chat template, line ");
        }
    }

    @Test
    void whatATemplateRefusesIsSaidInItsWords() {
        ChatTemplate template =
                ChatTemplate.of("{{ bos_token }}\n{{ raise_exception('no system') }}", Map.of("bos_token", "<s>"));
        assertThatThrownBy(() -> template.render(List.of(new Message("system", "x"))))
                .hasMessage("the model's chat template, line 2: the template refuses these messages: no system");
    }

    @Test
    void thereIsNoClockSoThatEveryDayGivesTheSamePrompt() {
        ChatTemplate template = ChatTemplate.of(
                "{% if strftime_now is defined %}{{ strftime_now('%d') }}{% else %}26 Jul 2024{% endif %}", Map.of());
        assertThat(template.render(List.of())).isEqualTo("26 Jul 2024");
    }

    static List<Message> messages(JsonNode golden, String chat) {
        return golden.required("chats")
                .required(chat)
                .valueStream()
                .map(message -> new Message(
                        message.required("role").asString(),
                        message.required("content").asString()))
                .toList();
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = ChatTemplateTest.class.getResourceAsStream("chats.json")) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
