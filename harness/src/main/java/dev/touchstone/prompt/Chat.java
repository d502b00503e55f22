package dev.touchstone.prompt;

import dev.touchstone.model.ChatFormat;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelException;
import dev.touchstone.suites.ChatTemplate;
import dev.touchstone.suites.ChatTemplate.Message;
import dev.touchstone.suites.TemplateException;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Puts prompts as chats, as the model was taught to read them. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Chat {

    private static final String SYSTEM = "system";

    private final ChatTemplate template;

    /** In that template. */
    public Chat(ChatTemplate template) {
        this.template = template;
    }

    /**
     * The chats of a model.
     *
     * @throws ModelException if it has no template, or one that is not supported
     */
    public static Chat of(LanguageModel model) {
        ChatFormat format = model.chatFormat()
                .orElseThrow(
                        () -> new ModelException(
                                "the model "
                                        + model.description().name()
                                        + " has no chat template, which -Dchat=true needs; leave the property out, or take a model that was taught to chat"));
        try {
            return new Chat(ChatTemplate.of(format.template(), format.marks()));
        } catch (TemplateException e) {
            throw new ModelException(e.getMessage() + "; leave -Dchat=true out", e);
        }
    }

    /**
     * The text of the messages, up to where the answer begins. A template that refuses a system message gets the others, as lm-evaluation-harness
     * 0.4.13 does it ({@code HFLM.apply_chat_template}).
     *
     * @throws TemplateException if it refuses these, too
     */
    String render(List<Message> messages) {
        try {
            return template.render(messages);
        } catch (TemplateException e) {
            List<Message> others = messages.stream()
                    .filter(message -> !message.role().equals(SYSTEM))
                    .toList();
            if (others.size() == messages.size()) {
                throw e;
            }
            return template.render(others);
        }
    }
}
