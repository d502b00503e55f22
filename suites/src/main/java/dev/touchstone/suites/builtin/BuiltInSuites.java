package dev.touchstone.suites.builtin;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteSource;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The suites that come with the harness. Found by {@code ServiceLoader}; to add one, add its folder and name it in {@code index.txt}. */
@API(status = Status.INTERNAL, since = "0.1")
public final class BuiltInSuites implements SuiteSource {

    /** For {@code ServiceLoader}. */
    public BuiltInSuites() {}

    @Override
    public List<Suite> suites() {
        SuiteFiles files = new SuiteFiles(BuiltInSuites.class);
        return files.text("index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(folder -> new SuiteYaml(files, folder).read())
                .toList();
    }
}
