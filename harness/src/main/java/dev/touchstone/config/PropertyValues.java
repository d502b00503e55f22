package dev.touchstone.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks properties up, and collects which were set and what is wrong with them. */
final class PropertyValues {

    private final Function<String, Optional<String>> lookup;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private Map<String, String> fallback = Map.of();

    /** @param lookup finds a property by its whole name */
    PropertyValues(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** @param values what holds for properties that are not set, by key */
    void fallBackTo(Map<String, String> values) {
        fallback = values;
    }

    /** What was set, without whitespace around it. */
    Optional<String> text(Property property) {
        Optional<String> value = lookup.apply(Property.PREFIX + property.key())
                .or(() -> lookup.apply(property.key()))
                .or(() -> Optional.ofNullable(fallback.get(property.key())));
        Optional<String> trimmed = value.map(String::strip);
        if (trimmed.isPresent() && trimmed.get().isEmpty()) {
            malformed(property, trimmed.get());
            return Optional.empty();
        }
        trimmed.ifPresent(v -> given.put(property.key(), v));
        return trimmed;
    }

    boolean isTrue(Property property, boolean unlessSet) {
        String value = text(property).orElse(String.valueOf(unlessSet));
        if (!value.equals("true") && !value.equals("false")) {
            malformed(property, value);
        }
        return value.equals("true");
    }

    /** One of the enum's constants by its name in lower case. */
    <E extends Enum<E>> E named(Property property, E unlessSet) {
        Optional<String> name = text(property);
        Optional<E> found = Arrays.stream(unlessSet.getDeclaringClass().getEnumConstants())
                .filter(constant -> name.filter(constant.name().toLowerCase(Locale.ROOT)::equals)
                        .isPresent())
                .findFirst();
        if (name.isPresent() && found.isEmpty()) {
            malformed(property, name.get());
        }
        return found.orElse(unlessSet);
    }

    int count(Property property, int least, int unlessSet) {
        return text(property).map(value -> count(property, value, least)).orElse(unlessSet);
    }

    int count(Property property, String value, int least) {
        return number(property, value, Integer::valueOf, count -> count >= least, least);
    }

    long wholeNumber(Property property, long unlessSet) {
        return text(property)
                .map(value -> number(property, value, Long::valueOf, number -> true, unlessSet))
                .orElse(unlessSet);
    }

    double decimal(Property property, Predicate<Double> legal, double unlessSet) {
        return text(property)
                .map(value -> number(property, value, Double::valueOf, legal, unlessSet))
                .orElse(unlessSet);
    }

    <T> T number(Property property, String value, Function<String, T> parser, Predicate<T> legal, T otherwise) {
        T number = parsed(value, parser);
        if (number == null || !legal.test(number)) {
            malformed(property, value);
            return otherwise;
        }
        return number;
    }

    private static <T> @Nullable T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    void malformed(Property property, String value) {
        problem(property.malformed(value));
    }

    void problem(String text) {
        problems.add(text);
    }

    Map<String, String> given() {
        return given;
    }

    List<String> problems() {
        return problems;
    }
}
