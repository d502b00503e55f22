package dev.touchstone.suites.own;

import dev.touchstone.suites.OwnSuite;
import dev.touchstone.suites.SuiteException;
import dev.touchstone.suites.builtin.SuiteFolder;
import dev.touchstone.suites.lmeval.LmEvalTasks;
import dev.touchstone.suites.lmeval.LmEvalTasks.Scanned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The suites in a file or folder: a folder with {@code suite.yaml}, a task file of lm-evaluation-harness, or any number of both in folders
 * below.
 *
 * @param suites those that can be evaluated, in the order of their files
 * @param refused why others can't be, by name, each in one line
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record OwnSuites(List<OwnSuite> suites, Map<String, String> refused) {

    /**
     * Looks for suites. What is no suite, such as a YAML file without a task, is passed over.
     *
     * @param path a file or folder that exists
     */
    public static OwnSuites in(Path path) {
        OwnSuites found = new OwnSuites(new ArrayList<>(), new LinkedHashMap<>());
        if (Files.isDirectory(path)) {
            found.addFolder(path);
        } else if (isDescription(path)) {
            found.addSuite(path);
        } else {
            found.addTask(path);
        }
        if (found.suites.isEmpty() && found.refused.isEmpty()) {
            found.refused.put(
                    path.toString(),
                    path + " holds no suite; expected a folder with " + SuiteFolder.DESCRIPTION
                            + ", or a task file of lm-evaluation-harness, which has a key 'task'");
        }
        return found;
    }

    private void addFolder(Path folder) {
        for (Path file : yamlFiles(folder)) {
            if (isDescription(file)) {
                addSuite(file);
            } else {
                addTask(file);
            }
        }
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't list " + folder, e);
        }
    }

    private static boolean isDescription(Path file) {
        return String.valueOf(file.getFileName()).equals(SuiteFolder.DESCRIPTION);
    }

    private void addSuite(Path description) {
        @Nullable Path parent = description.getParent();
        Path folder = parent == null ? Path.of(".") : parent;
        try {
            suites.add(SuiteFolder.read(folder));
        } catch (SuiteException e) {
            refused.put(folder.toString(), String.valueOf(e.getMessage()));
        }
    }

    private void addTask(Path file) {
        LmEvalTasks.scan(file).ifPresent(this::addTask);
    }

    private void addTask(Scanned scanned) {
        @Nullable OwnSuite suite = scanned.suite();
        if (suite == null) {
            refused.put(scanned.name(), scanned.refusal());
        } else {
            suites.add(suite);
        }
    }
}
