package dev.touchstone.reports.lmeval;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What goes into one results file.
 *
 * @param about the run's origin, {@code run} in {@code results.json}
 * @param variant the variant's name
 * @param suites the suites under it, as in {@code results.json}
 */
record LmEvalRun(JsonNode about, String variant, List<JsonNode> suites) {

    /** ISO 8601 with hyphens for colons, as file names there have it; the start in UTC, so that the same run has the same names. */
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH-mm-ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The variant's name in paths; without a colon, which file systems may refuse. */
    static String variantName(JsonNode variant) {
        return Stream.of("precision", "form")
                .map(part -> variant.path(part).asString(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"))
                .replace(':', '-');
    }

    Instant started() {
        return Instant.parse(about.required("started").asString());
    }

    String stamp() {
        return STAMP.format(started());
    }

    String model() {
        return about.required("model").asString();
    }
}
