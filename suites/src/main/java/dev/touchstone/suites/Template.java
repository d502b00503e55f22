package dev.touchstone.suites;

import dev.touchstone.suites.extract.math.Boxed;
import dev.touchstone.suites.jinja.Call;
import dev.touchstone.suites.jinja.Filter;
import dev.touchstone.suites.jinja.Jinja;
import dev.touchstone.suites.jinja.JinjaException;
import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Repr;
import dev.touchstone.suites.text.PythonWhitespace;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A Jinja2 template that renders as Python's Jinja2 does with {@code StrictUndefined}, {@code keep_trailing_newline=True} and no
 * autoescape, which is how lm-evaluation-harness uses it.
 *
 * <ul>
 *   <li>Tags: {@code if}, {@code elif}, {@code else}, {@code for}, {@code set}, {@code raw}, and comments. Function: {@code range}.
 *   <li>Expressions: all of Jinja2's, with Python's operators, slices and conversions. Whole numbers have 64 bits.
 *   <li>Filters: Jinja2's {@code capitalize}, {@code count}, {@code d}, {@code default}, {@code first}, {@code int}, {@code join}, {@code last},
 *       {@code length}, {@code list}, {@code lower}, {@code map}, {@code max}, {@code min}, {@code replace}, {@code reverse}, {@code string},
 *       {@code sum}, {@code title}, {@code trim}, {@code upper}; and {@code strip}, {@code lstrip}, {@code rstrip}, {@code with_period}, {@code
 *       last_boxed}, {@code wikitext_detokenize}. Methods of texts, lists and maps that change nothing. All others are refused by name, so that
 *       nothing renders otherwise than in Python, or differently from run to run.
 *   <li>An undefined name is an error wherever it is used, except in {@code is defined} and {@code default}.
 *   <li>A variable's text is never read as a template, and a template reads no file.
 * </ul>
 *
 * <p>Immutable and safe for use by several threads.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Template {

    private static final Map<String, Filter> FILTERS = Map.of(
            "strip", new TextFilter(PythonWhitespace::strip),
            "lstrip", new TextFilter(PythonWhitespace::stripStart),
            "rstrip", new TextFilter(PythonWhitespace::stripEnd),
            "with_period", new TextFilter(Template::withPeriod),
            "wikitext_detokenize", new TextFilter(WikitextDetokenizer::detokenize),
            "last_boxed", new TextFilter(Template::lastBoxed));

    private final Jinja parsed;

    private Template(Jinja parsed) {
        this.parsed = parsed;
    }

    /**
     * Parses a template.
     *
     * @param source the template; may be empty
     * @throws TemplateException if it is none, or names a filter, test or function that does not exist
     */
    public static Template of(String source) {
        String normal = source.replaceAll("\\r\\n?", "\n"); // as Python's Jinja2 does
        try {
            return new Template(Jinja.parse(normal, FILTERS));
        } catch (JinjaException e) {
            throw failure(e);
        }
    }

    /**
     * Renders it.
     *
     * @param variables text, numbers, truth values, {@link dev.touchstone.suites.python.None None}, and lists and maps of these, by name; a null
     *     counts as undefined
     * @throws TemplateException if a name is undefined or something is used that this class refuses
     */
    public String render(Map<String, Object> variables) {
        try {
            return parsed.render(variables);
        } catch (JinjaException e) {
            throw failure(e);
        }
    }

    private static TemplateException failure(JinjaException e) {
        return new TemplateException("template line " + e.line() + ": " + e.getMessage());
    }

    /** Stripped, and with a period at its end: what lm-evaluation-harness does to MNLI's hypotheses. */
    private static String withPeriod(String text) {
        String stripped = PythonWhitespace.strip(text);
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }

    /** What is in the last box of a solution of MATH. */
    private static String lastBoxed(String solution) {
        return Boxed.last(solution)
                .map(boxed -> Boxed.remove(boxed.text()))
                .orElseThrow(() -> new IllegalArgumentException("there is no \\boxed{...} in the solution"));
    }

    private record TextFilter(UnaryOperator<String> function) implements Filter {

        @Override
        public Object apply(Object value, Call call) {
            call.expect(0, 0);
            try {
                return function.apply(Repr.str(value));
            } catch (IllegalArgumentException e) {
                throw new PythonException(String.valueOf(e.getMessage()));
            }
        }
    }
}
