package dev.touchstone.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds properties that were meant for Touchstone and would be ignored: any unknown {@code touchstone.NAME}, and plain names that are
 * nearly one of ours or that are reserved. Other plain names belong to the build.
 */
final class UnknownProperties {

    /** In the public contract, but not offered yet: ignoring one would answer another question than the user asked. */
    private static final Set<String> RESERVED =
            Set.of("kernel", "profile", "mode", "cot", "chat", "system", "history", "gate.kl", "gate.latency");

    /** Prefixes below {@code touchstone.} that others read: JUnit's parallel execution, and this project's own tests. */
    private static final List<String> OTHERS = List.of("execution.parallel.", "test.");

    private final Collection<String> names;

    UnknownProperties(Collection<String> names) {
        this.names = new TreeSet<>(names);
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            if (name.startsWith(Property.PREFIX)) {
                prefixed(name, name.substring(Property.PREFIX.length())).ifPresent(problems::add);
            } else {
                plain(name).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<String> prefixed(String name, String key) {
        if (Property.of(key).isPresent() || OTHERS.stream().anyMatch(key::startsWith)) {
            return Optional.empty();
        }
        return Optional.of(RESERVED.contains(key) ? reserved(name, key) : unknown(name, key));
    }

    private static Optional<String> plain(String name) {
        if (Property.of(name).isPresent()) {
            return Optional.empty();
        }
        if (RESERVED.contains(name)) {
            return Optional.of(reserved(name, name));
        }
        if (name.startsWith(Property.GATE_PREFIX)) {
            return Optional.of(unknown(name, name));
        }
        return Similar.to(name, Property.keys()).map(similar -> unknown(name, name));
    }

    private static String reserved(String name, String key) {
        return "property '" + name + "' is not supported by this version; legal: " + Property.choices(key);
    }

    private static String unknown(String name, String key) {
        String hint = Similar.to(key, Property.keys())
                .map(similar -> "did you mean '" + similar + "'? ")
                .orElse("");
        return "unknown property '" + name + "'; " + hint + "legal: " + Property.choices(key);
    }
}
