package dev.touchstone.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A value for all suites, for some suites, or both; the narrower one wins.
 *
 * @param byScope values by what they are for: a suite, or for metrics also a metric or {@code SUITE/METRIC}; for all under the empty text
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Scoped<T>(Map<String, T> byScope) {

    /** No value for anything. */
    public static <T> Scoped<T> none() {
        return new Scoped<>(Map.of());
    }

    /** The value for a suite, if there is one. */
    public Optional<T> of(String suite) {
        return Optional.ofNullable(byScope.getOrDefault(suite, byScope.get("")));
    }

    /** What there are values for, without the value for all. */
    public Set<String> scopes() {
        Map<String, T> named = new LinkedHashMap<>(byScope);
        named.remove("");
        return named.keySet();
    }

    /** Whether there is no value at all. */
    public boolean isEmpty() {
        return byScope.isEmpty();
    }

    /**
     * Reads {@code VALUE,SCOPE=VALUE,...}; empty when a part is malformed or a scope is named twice.
     *
     * @param value reads one value; empty when it is malformed
     */
    static <T> Optional<Scoped<T>> parse(String text, Function<String, Optional<T>> value) {
        Map<String, T> byScope = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String scope = equals < 0 ? "" : part.substring(0, equals).strip();
            Optional<T> parsed = value.apply(part.substring(equals + 1).strip());
            boolean unnamed = equals >= 0 && scope.isEmpty();
            if (unnamed || parsed.isEmpty() || byScope.putIfAbsent(scope, parsed.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Scoped<>(byScope));
    }
}
