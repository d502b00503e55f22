package dev.touchstone.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of one run. Its {@code run.json} says what the run is about (a key) and whether it was finished, so that the same question
 * asked again after an interruption goes on in the same folder.
 */
final class RunFolder {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path path;
    private final Instant started;
    private final String key;

    private RunFolder(Path path, Instant started, String key) {
        this.path = path;
        this.started = started;
        this.key = key;
    }

    /**
     * Opens the newest unfinished run with that key, or else a new one.
     *
     * @param output the folder of all runs
     * @param key hex digest of everything that a result depends on, at least 8 digits
     * @param resume whether an unfinished run may be continued
     * @param now the time
     */
    static RunFolder open(Path output, String key, boolean resume, Instant now) {
        try {
            Files.createDirectories(output);
            Optional<RunFolder> unfinished = resume ? findUnfinished(output, key) : Optional.empty();
            RunFolder folder = unfinished.isPresent() ? unfinished.get() : create(output, key, now);
            folder.writeState(false);
            folder.pointLatestHere();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "can't write to the output folder " + output + " (" + e.getMessage() + "); pass another -Doutput",
                    e);
        }
    }

    /** Whether a folder is that of a run which came to its end. */
    static boolean isFinished(Path folder) {
        try {
            String state = Files.readString(folder.resolve("run.json"), StandardCharsets.UTF_8);
            return MAPPER.readTree(state).path("finished").asBoolean(false);
        } catch (IOException | JacksonException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    String id() {
        return path.getFileName().toString();
    }

    Instant started() {
        return started;
    }

    /** Notes that nothing is left to do: a later run with the same key begins anew. */
    void finish() {
        try {
            writeState(true);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to " + path, e);
        }
    }

    private static Optional<RunFolder> findUnfinished(Path output, String key) throws IOException {
        try (Stream<Path> folders = Files.list(output)) {
            List<Path> newestFirst = folders.filter(folder -> !Files.isSymbolicLink(folder))
                    .filter(folder -> Files.isRegularFile(folder.resolve("run.json")))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            return newestFirst.stream()
                    .flatMap(folder -> readState(folder, key).stream())
                    .findFirst();
        }
    }

    /** The folder, if its run has that key and is not finished. A damaged file is no run to continue. */
    private static Optional<RunFolder> readState(Path folder, String key) {
        try {
            JsonNode state = MAPPER.readTree(Files.readString(folder.resolve("run.json"), StandardCharsets.UTF_8));
            boolean same = state.path("key").asString("").equals(key)
                    && !state.path("finished").asBoolean(true);
            return same
                    ? Optional.of(new RunFolder(
                            folder, Instant.parse(state.required("started").asString()), key))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static RunFolder create(Path output, String key, Instant now) throws IOException {
        String id = STAMP.format(now) + "-" + key.substring(0, 8);
        Path path = output.resolve(id);
        for (int i = 2; Files.exists(path); i++) {
            path = output.resolve(id + "-" + i);
        }
        Files.createDirectory(path);
        return new RunFolder(path, now, key);
    }

    private void writeState(boolean finished) throws IOException {
        ObjectNode state = MAPPER.createObjectNode()
                .put("schema", 1)
                .put("started", started.toString())
                .put("key", key)
                .put("finished", finished);
        Path temporary = path.resolve("run.json.tmp");
        Files.writeString(temporary, MAPPER.writeValueAsString(state) + "\n", StandardCharsets.UTF_8);
        Files.move(temporary, path.resolve("run.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** A symbolic link where the file system has them; elsewhere a file with the run's id. */
    private void pointLatestHere() throws IOException {
        Path latest = path.resolveSibling("latest");
        Files.deleteIfExists(latest);
        try {
            Files.createSymbolicLink(latest, path.getFileName());
        } catch (UnsupportedOperationException | IOException e) {
            Files.writeString(latest, id() + "\n", StandardCharsets.UTF_8);
        }
    }
}
