package dev.touchstone.suites.jinja;

import dev.touchstone.suites.jinja.Nodes.MissingName;
import dev.touchstone.suites.python.PythonException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A parsed template. Immutable and safe for use by several threads. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Jinja {

    private final List<Node> nodes;
    private final Dialect dialect;

    private Jinja(List<Node> nodes, Dialect dialect) {
        this.nodes = nodes;
        this.dialect = dialect;
    }

    /**
     * Parses a template, with line feeds only.
     *
     * @param filters filters beside Jinja2's own, by name
     * @throws JinjaException if it is none, or names a filter, test or function that does not exist
     */
    public static Jinja parse(String source, Map<String, ? extends Filter> filters) {
        return parse(source, filters, Dialect.PROMPT);
    }

    /**
     * Parses a template of a dialect, with line feeds only.
     *
     * @throws JinjaException if it is none
     */
    public static Jinja parse(String source, Map<String, ? extends Filter> filters, Dialect dialect) {
        try {
            return new Jinja(new TemplateParser(source, filters, dialect).parse(), dialect);
        } catch (PythonException e) {
            throw new JinjaException(1, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw new JinjaException(1, "the template is nested too deeply");
        }
    }

    /**
     * Renders it.
     *
     * @param variables values as Python has them, by name
     * @throws JinjaException if Python would raise an error, or a template uses what is not supported
     */
    public String render(Map<String, Object> variables) {
        StringBuilder out = new StringBuilder();
        try {
            Nodes.render(nodes, Scope.of(variables, dialect), out);
        } catch (MissingName e) {
            throw new JinjaException(
                    e.line(),
                    "'" + e.getMessage() + "' does not exist; variables: "
                            + String.join(", ", new TreeSet<>(variables.keySet())));
        }
        return out.toString();
    }
}
