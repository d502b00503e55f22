package dev.touchstone.suites.jinja;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The environment that a template was written for. */
@API(status = Status.INTERNAL, since = "0.1")
public enum Dialect {
    /** lm-evaluation-harness's: what is undefined is an error, line feeds are kept, and what is not supported is refused when it is read. */
    PROMPT,
    /**
     * That of chat templates, as transformers 4.57 has it ({@code utils/chat_template_utils.py}): {@code trim_blocks} and {@code lstrip_blocks};
     * what is undefined is nothing; the tags {@code break}, {@code continue}, {@code generation}, {@code macro} and blocks of {@code set}; the functions
     * {@code namespace} and {@code raise_exception}. What is not supported is refused when it is come to, as most templates have parts for tools.
     */
    CHAT
}
