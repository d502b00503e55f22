package dev.touchstone.model;

import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a model was taught to read a chat.
 *
 * @param template a Jinja2 template that makes a text of messages, as it comes with the model
 * @param marks the model's control tokens as texts, by the names that templates know them by: {@code bos_token}, {@code eos_token}
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ChatFormat(String template, Map<String, String> marks) {}
