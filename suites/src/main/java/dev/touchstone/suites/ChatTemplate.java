package dev.touchstone.suites;

import dev.touchstone.suites.jinja.Dialect;
import dev.touchstone.suites.jinja.Jinja;
import dev.touchstone.suites.jinja.JinjaException;
import dev.touchstone.suites.python.None;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The Jinja2 template that comes with a model and makes a text of the messages of a chat, as transformers' {@code apply_chat_template} does with
 * {@code add_generation_prompt=True}. No tools, and no clock: a template that asks for the day gets what it has for that case. Immutable.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ChatTemplate {

    private final Jinja parsed;
    private final Map<String, Object> marks;

    private ChatTemplate(Jinja parsed, Map<String, Object> marks) {
        this.parsed = parsed;
        this.marks = marks;
    }

    /**
     * Parses a template.
     *
     * @param source the template
     * @param marks the model's control tokens as texts, such as {@code bos_token}, by the names that templates know them by
     * @throws TemplateException if it is none
     */
    public static ChatTemplate of(String source, Map<String, String> marks) {
        String normal = source.replaceAll("\\r\\n?", "\n").replaceFirst("\\n\\z", ""); // keep_trailing_newline=False
        try {
            return new ChatTemplate(Jinja.parse(normal, Map.of(), Dialect.CHAT), new HashMap<>(marks));
        } catch (JinjaException e) {
            throw failure(e);
        }
    }

    /**
     * The text of a chat, up to where the model's next answer begins.
     *
     * @throws TemplateException if the template refuses the messages, or uses what is not supported
     */
    public String render(List<Message> messages) {
        Map<String, Object> variables = new HashMap<>(marks);
        variables.put("messages", messages.stream().map(Message::toMap).toList());
        variables.put("add_generation_prompt", true);
        variables.put("tools", None.NONE);
        variables.put("documents", None.NONE);
        try {
            return parsed.render(variables);
        } catch (JinjaException e) {
            throw failure(e);
        }
    }

    private static TemplateException failure(JinjaException e) {
        return new TemplateException("the model's chat template, line " + e.line() + ": " + e.getMessage());
    }

    /**
     * One message.
     *
     * @param role {@code system}, {@code user} or {@code assistant}
     * @param content its text
     */
    public record Message(String role, String content) {

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("role", role);
            map.put("content", content);
            return map;
        }
    }
}
