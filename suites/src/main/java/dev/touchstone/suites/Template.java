package dev.touchstone.suites;

import com.hubspot.jinjava.tree.Node;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A Jinja2 template that renders as Python's Jinja2 does with {@code StrictUndefined}, {@code keep_trailing_newline=True} and no
 * autoescape, which is how lm-evaluation-harness uses it.
 *
 * <ul>
 *   <li>Tags: {@code if}, {@code elif}, {@code else}, {@code for}, {@code set}, {@code raw}, and comments.
 *   <li>Filters: {@code strip}, {@code lstrip}, {@code rstrip}, {@code trim} with Python's whitespace; {@code default}, {@code replace},
 *       {@code join}, {@code length}. Tests: {@code defined}, {@code undefined}. Methods of a text: {@code strip()}, {@code lstrip()},
 *       {@code rstrip()}. All others are refused, so that nothing renders otherwise than in Python, or differently from run to run.
 *   <li>An undefined name is an error wherever it is used, except in {@code is defined} and {@code default}.
 *   <li>Text and whole numbers can be printed, and truth values as {@code True} and {@code False}; the rest is refused.
 *   <li>A variable's text is never read as a template, and a template reads no file.
 * </ul>
 *
 * <p>Two differences are left. A bare text as a condition counts as false when it is {@code false}, which in Python it does not: compare it
 * instead. And a variable cannot have the name of an operator of Jinjava's ({@code empty}, {@code div}, {@code mod}, {@code eq} and the like):
 * that is an error.
 *
 * <p>Immutable and safe for use by several threads.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Template {

    private final String source;
    private final @Nullable Node parsed;

    private Template(String source, @Nullable Node parsed) {
        this.source = source;
        this.parsed = parsed;
    }

    /**
     * Parses a template.
     *
     * @param source the template; may be empty
     * @throws TemplateException if its tags do not fit together; what is wrong inside an expression is found when it is rendered
     */
    public static Template of(String source) {
        String normal = source.replaceAll("\\r\\n?", "\n"); // as Python's Jinja2 does
        boolean plain = !normal.contains("{{") && !normal.contains("{%") && !normal.contains("{#");
        return new Template(normal, plain ? null : JinjaEnvironment.INSTANCE.parse(normal));
    }

    /**
     * Renders it.
     *
     * @param variables text, whole numbers, truth values, and lists and maps of these, by name; a null counts as undefined
     * @throws TemplateException if a name is undefined or something is used that this class refuses
     */
    public String render(Map<String, Object> variables) {
        return parsed == null ? source : JinjaEnvironment.INSTANCE.render(parsed, variables);
    }
}
