package dev.touchstone.suites.extract;

import dev.touchstone.suites.extract.Rule.Select;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads extractors that are made of rules. A rule's pattern may name parts: {@code {letter}} is replaced by the entry {@code letter} of the
 * file's {@code parts}, and parts may name earlier parts.
 */
final class RuleFile {

    private static final Pattern PART = Pattern.compile("\\{([a-z][a-z-]*)\\}");

    private final Map<String, String> parts = new LinkedHashMap<>();

    private RuleFile() {}

    static Map<String, Extractor> read(String resource) {
        JsonNode file = tree(resource);
        RuleFile reader = new RuleFile();
        file.get("parts")
                .properties()
                .forEach(part -> reader.parts.put(
                        part.getKey(), reader.expand(part.getValue().asString())));
        Map<String, Extractor> extractors = new LinkedHashMap<>();
        file.get("extractors")
                .properties()
                .forEach(entry -> extractors.put(entry.getKey(), reader.rules(entry.getValue())));
        return extractors;
    }

    private Rules rules(JsonNode extractor) {
        Values values = Values.valueOf(constant(extractor.path("value").asString("as-is")));
        List<Rule> rules = extractor
                .get("rules")
                .valueStream()
                .map(rule -> rule(rule, values))
                .toList();
        return new Rules(rules);
    }

    private Rule rule(JsonNode rule, Values values) {
        Pattern pattern = PythonRegex.compile(expand(rule.get("pattern").asString()));
        Select select = Select.valueOf(constant(rule.get("select").asString()));
        return new Rule(rule.get("rule").asString(), pattern, select, values);
    }

    private String expand(String pattern) {
        return PART.matcher(pattern).replaceAll(part -> Matcher.quoteReplacement(part(part.group(1))));
    }

    private String part(String name) {
        String part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("part {" + name + "} is not known; legal: " + parts.keySet());
        }
        return part;
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static JsonNode tree(String resource) {
        try (InputStream in = RuleFile.class.getResourceAsStream(resource)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
