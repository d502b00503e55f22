package dev.touchstone.endtoend;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the engine through JUnit's launcher, as a build does, and reads the items file that it wrote. */
final class BenchmarkRun {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BenchmarkRun() {}

    /**
     * Runs suites.
     *
     * @param suite what the property {@code suite} takes
     * @param properties further properties
     * @return the items by id
     */
    static Map<String, JsonNode> execute(String suite, Path output, Map<String, String> properties) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .filters(EngineFilter.includeEngines("touchstone"))
                .configurationParameter("touchstone.output", output.toString());
        Stream.of(suite.split(",")).map(term -> selectUri("touchstone:" + term)).forEach(request::selectors);
        properties.forEach((name, value) -> request.configurationParameter("touchstone." + name, value));
        LauncherFactory.create().execute(request.build());
        return items(output.resolve("latest"));
    }

    private static Map<String, JsonNode> items(Path folder) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode item = MAPPER.readTree(line);
                    items.put(item.required("id").asString(), item);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }
}
