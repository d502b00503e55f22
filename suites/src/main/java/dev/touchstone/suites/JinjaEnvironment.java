package dev.touchstone.suites;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.ext.JinjavaBeanELResolver;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.Context.Library;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.lib.Importable;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.loader.ResourceNotFoundException;
import com.hubspot.jinjava.random.RandomNumberGeneratorStrategy;
import com.hubspot.jinjava.tree.Node;
import dev.touchstone.suites.Undefined.UndefinedUsed;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jinjava.javax.el.CompositeELResolver;
import jinjava.javax.el.ELResolver;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * Jinjava, set up to equal Python's Jinja2 in what it allows, and to allow no more.
 *
 * <p>There is one, and its methods are synchronized: every rendering writes into the context that all share, which is not made for several
 * threads, and making a context for each takes longer than waiting (a prompt renders in some 30 microseconds).
 */
final class JinjaEnvironment {

    private static final Set<String> TAGS =
            Set.of("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "raw", "endraw");
    private static final Set<String> FILTERS =
            Set.of("strip", "lstrip", "rstrip", "trim", "default", "replace", "join", "length");
    private static final Set<String> TESTS = Set.of("defined", "undefined");

    /** After the constants, which its constructor needs. */
    static final JinjaEnvironment INSTANCE = new JinjaEnvironment();

    private final JinjavaConfig config;
    private final Jinjava jinjava;

    private JinjaEnvironment() {
        config = JinjavaConfig.newBuilder()
                .withDisabled(everythingElse(new Jinjava().getGlobalContext()))
                .withLegacyOverrides(pythonsWays())
                .withNestedInterpretationEnabled(false)
                .withKeepTrailingNewline(true)
                .withElResolver(resolver())
                .withRandomNumberGeneratorStrategy(RandomNumberGeneratorStrategy.CONSTANT_ZERO)
                .withLocale(Locale.ROOT)
                .withTimeZone(ZoneOffset.UTC)
                .build();
        jinjava = new Jinjava(config);
        jinjava.setResourceLocator((name, encoding, interpreter) -> {
            throw new ResourceNotFoundException("templates read no files");
        });
        JinjaFilters.filters().forEach(jinjava::registerFilter);
        JinjaFilters.tests().forEach(jinjava::registerExpTest);
        jinjava.getGlobalContext().setExpressionStrategy(new JinjaOutput());
    }

    synchronized Node parse(String source) {
        JinjavaInterpreter interpreter = interpreter(Map.of());
        Node parsed = interpreter.parse(source);
        refuseErrors(interpreter.getErrorsCopy(), Set.of());
        return parsed;
    }

    synchronized String render(Node parsed, Map<String, Object> variables) {
        JinjavaInterpreter interpreter = interpreter(variables);
        String text;
        try {
            text = interpreter.render(parsed, false);
        } catch (RuntimeException e) {
            throw failure(e, interpreter.getLineNumber(), variables.keySet());
        }
        refuseErrors(interpreter.getErrorsCopy(), variables.keySet());
        return text;
    }

    private JinjavaInterpreter interpreter(Map<String, Object> variables) {
        Context context = new StrictContext(jinjava.getGlobalContext(), variables, config.getDisabled());
        context.setExpressionStrategy(jinjava.getGlobalContext().getExpressionStrategy());
        context.setDynamicVariableResolver(Undefined::new);
        return new JinjavaInterpreter(jinjava, context, config);
    }

    private static void refuseErrors(List<TemplateError> errors, Set<String> variables) {
        if (!errors.isEmpty()) {
            TemplateError first = errors.get(0);
            if (first.getException() != null) {
                throw failure(first.getException(), first.getLineno(), variables);
            }
            throw new TemplateException(place(first.getLineno()) + oneLine(first.getMessage()));
        }
    }

    private static TemplateException failure(Throwable cause, int line, Set<String> variables) {
        @Nullable UndefinedUsed undefined = ExceptionUtils.throwableOfType(cause, UndefinedUsed.class);
        if (undefined != null) {
            return new TemplateException(place(line) + "'" + undefined.getMessage() + "' does not exist; variables: "
                    + String.join(", ", new TreeSet<>(variables)));
        }
        return new TemplateException(place(line) + oneLine(String.valueOf(cause.getMessage())));
    }

    /** Jinjava does not know the line of everything. */
    private static String place(int line) {
        return line < 1 ? "template: " : "template line " + line + ": ";
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }

    private static LegacyOverrides pythonsWays() {
        return LegacyOverrides.newBuilder()
                .withEvaluateMapKeys(true)
                .withIterateOverMapKeys(true)
                .withUseNaturalOperatorPrecedence(true)
                .withParseWhitespaceControlStrictly(true)
                .withAllowAdjacentTextNodes(true)
                .withUseTrimmingForNotesAndExpressions(true)
                .withKeepNullableLoopValues(true)
                .withHandleBackslashInQuotesOnly(true)
                .build();
    }

    /** Java beans come last: Jinjava calls its own filters, tests and loop counters through them. */
    private static ELResolver resolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new JinjaValues());
        resolver.add(new JinjavaBeanELResolver(true));
        return resolver;
    }

    private static Map<Library, Set<String>> everythingElse(Context all) {
        return Map.of(
                Library.TAG, except(all.getAllTags(), TAGS),
                Library.FILTER, except(all.getAllFilters(), FILTERS),
                Library.EXP_TEST, except(all.getAllExpTests(), TESTS),
                Library.FUNCTION, except(all.getAllFunctions(), Set.of()));
    }

    private static Set<String> except(Collection<? extends Importable> all, Set<String> allowed) {
        return all.stream()
                .map(Importable::getName)
                .filter(name -> !allowed.contains(name))
                .collect(Collectors.toSet());
    }

    /** Jinjava passes over a filter that does not exist, and the value is gone. */
    private static final class StrictContext extends Context {

        StrictContext(Context parent, Map<String, Object> variables, Map<Library, Set<String>> disabled) {
            super(parent, new HashMap<>(variables), disabled);
        }

        @Override
        public Filter getFilter(String name) {
            return existing(super.getFilter(name), "filter", name, FILTERS);
        }

        @Override
        public ExpTest getExpTest(String name) {
            return existing(super.getExpTest(name), "test", name, TESTS);
        }

        private static <T> T existing(@Nullable T found, String kind, String name, Set<String> known) {
            if (found == null) {
                throw new InterpretException("there is no " + kind + " '" + name + "'; " + kind + "s: "
                        + String.join(", ", new TreeSet<>(known)));
            }
            return found;
        }
    }
}
