package dev.touchstone.suites.data;

import dev.touchstone.suites.SubjectData.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a file was found, or why not.
 *
 * @param path the file, or where it should be
 * @param name its path below the data folder
 * @param problem why there is none
 */
record Lookup(Path path, String name, @Nullable Problem problem) {

    private static final int LISTED = 10;

    static Lookup find(Path root, String name, String format) {
        if (!Files.isDirectory(root)) {
            return missing(
                    root,
                    name,
                    "data folder " + root.toAbsolutePath().normalize()
                            + " does not exist; -Ddata must name the folder that holds the published files, in a folder "
                            + name.split("/")[0]);
        }
        for (String candidate :
                format.equals("json") && name.endsWith(".json") ? List.of(name, name + "l") : List.of(name)) {
            Path path = root.resolve(candidate);
            if (Files.isRegularFile(path)) {
                return new Lookup(path, candidate, null);
            }
        }
        return missingBelow(root, name);
    }

    byte[] read(Problems problems) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            problems.add("cannot be read: " + e);
            return new byte[0];
        }
    }

    /** Names the first part of the path that does not exist, in the same words for all files that it would hold, and what is there. */
    private static Lookup missingBelow(Path root, String name) {
        Path folder = root;
        String folderName = "data folder " + root.toAbsolutePath().normalize();
        String[] parts = name.split("/");
        int depth = 0;
        while (depth < parts.length - 1 && Files.isDirectory(folder.resolve(parts[depth]))) {
            folder = folder.resolve(parts[depth]);
            depth++;
            folderName = String.join("/", List.of(parts).subList(0, depth));
        }
        String expected = depth < parts.length - 1
                ? "the folder " + String.join("/", List.of(parts).subList(0, depth + 1))
                : name;
        return missing(
                folder,
                name,
                folderName + " has no " + parts[depth] + "; expected " + expected + "; it has: " + contents(folder));
    }

    private static Lookup missing(Path folder, String name, String message) {
        return new Lookup(folder, name, new Problem(folder, 0, message));
    }

    private static String contents(Path folder) {
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return "nothing that can be listed (" + e + ")";
        }
        if (names.isEmpty()) {
            return "nothing";
        }
        String first = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return names.size() > LISTED ? first + " and " + (names.size() - LISTED) + " more" : first;
    }
}
