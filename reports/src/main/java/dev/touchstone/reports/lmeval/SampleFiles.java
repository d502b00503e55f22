package dev.touchstone.reports.lmeval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code samples_*.jsonl} of a suite: a file for each task, written item by item, so that no suite is too large. */
final class SampleFiles implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;
    private final String stamp;
    private final TaskNames names;
    private final Map<String, List<String>> metrics = new HashMap<>();
    private final Map<String, Writer> files = new HashMap<>();
    private final Map<String, MessageDigest> hashes = new LinkedHashMap<>();

    SampleFiles(Path folder, String stamp, JsonNode suite) {
        this.folder = folder;
        this.stamp = stamp;
        this.names = TaskNames.of(suite);
        for (JsonNode subject : suite.required("subjects")) {
            metrics.put(
                    subject.required("subject").asString(),
                    Metric.known(subject.required("metrics").propertyNames()));
        }
    }

    /** Writes the samples of an items file. Items that could not be evaluated are left out: there is no such thing there. */
    void write(Path items) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(items, StandardCharsets.UTF_8)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                JsonNode item = parse(line, items, number);
                if (!item.path("outcome").asString("").equals("error")) {
                    write(item);
                }
            }
        }
    }

    /** By task: the hash of all its samples' hashes. */
    Map<String, String> taskHashes() {
        Map<String, String> finished = new LinkedHashMap<>();
        hashes.forEach((task, hash) -> finished.put(task, Hashing.hex(hash.digest())));
        return finished;
    }

    private void write(JsonNode item) throws IOException {
        String subject = item.required("subject").asString();
        String task = names.task(subject);
        for (ObjectNode sample : new Samples(item, metrics.getOrDefault(subject, List.of())).all()) {
            Writer file = files.get(task);
            if (file == null) {
                file = Files.newBufferedWriter(
                        folder.resolve("samples_" + task + "_" + stamp + ".jsonl"), StandardCharsets.UTF_8);
                files.put(task, file);
            }
            file.write(MAPPER.writeValueAsString(sample));
            file.write('\n');
            for (String hash : List.of("doc_hash", "prompt_hash", "target_hash")) {
                hashes.computeIfAbsent(task, key -> Hashing.digest())
                        .update(sample.get(hash).asString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static JsonNode parse(String line, Path file, int number) throws IOException {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new IOException(file + " is damaged at line " + number + ": " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Writer file : files.values()) {
            file.close();
        }
    }
}
