package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PageStringsTest {

    private static final Pattern KEY = Pattern.compile("\"([a-zA-Z]+(?:\\.[\\w-]*)+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    /** Names that come from files, and may be known to the page or not. */
    private static final Set<String> FROM_FILES =
            Set.of("capability", "data", "field", "host", "metric", "mode", "variant", "verdict");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        JsonNode strings = PageParts.strings();
        assertThat(strings.propertyNames()).containsExactlyInAnyOrder("en", "zh");
        assertThat(keys(strings.get("zh"))).isEqualTo(keys(strings.get("en")));
    }

    @Test
    void bothLanguagesFillInTheSameValues() throws IOException {
        JsonNode strings = PageParts.strings();
        for (String key : keys(strings.get("en"))) {
            assertThat(placeholders(strings.get("zh").get(key)))
                    .as(key)
                    .isEqualTo(placeholders(strings.get("en").get(key)));
        }
    }

    @Test
    void everythingThatTheScriptSaysHasAText() throws IOException {
        Set<String> known = keys(PageParts.strings().get("en"));
        Matcher calls =
                Pattern.compile("\\bt\\((?:\\w+ \\? )?\"([\\w.]+)\"( \\+)?").matcher(PageParts.script());
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (; calls.find(); found++) {
            String key = calls.group(1);
            Predicate<String> isMeant = calls.group(2) == null ? key::equals : text -> text.startsWith(key);
            if (known.stream().noneMatch(isMeant)) {
                missing.add(key);
            }
        }
        assertThat(found).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        Set<String> used = KEY.matcher(PageParts.script())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        Set<String> unused = keys(PageParts.strings().get("en")).stream()
                .filter(key -> !FROM_FILES.contains(key.substring(0, key.indexOf('.'))))
                .filter(key ->
                        used.stream().noneMatch(part -> part.endsWith(".") ? key.startsWith(part) : key.equals(part)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    private static Set<String> keys(JsonNode language) {
        return new TreeSet<>(language.propertyNames());
    }

    private static Set<String> placeholders(JsonNode text) {
        return PLACEHOLDER
                .matcher(text.asString())
                .results()
                .map(result -> result.group())
                .collect(Collectors.toSet());
    }
}
