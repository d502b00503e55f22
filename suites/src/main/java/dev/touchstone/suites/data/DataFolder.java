package dev.touchstone.suites.data;

import dev.touchstone.suites.DataSource;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.SubjectData.Problem;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A folder with published files, as each suite's {@code data} section lays them out below it. Call {@link #load}.
 *
 * <ul>
 *   <li>CSV is read as Python's {@code csv} module reads it; a byte order mark and blank lines are passed over.
 *   <li>JSON is an array of objects, or one object a line; where {@code x.json} is named, {@code x.jsonl} will do.
 *   <li>Text must be UTF-8, and stays as published.
 *   <li>The gold must be one of the legal values; no choice and no field named {@code question} may be empty; a field named {@code id}
 *       must not occur twice.
 * </ul>
 *
 * <p>At most 20 problems of a file are listed, the others are counted. Reads the files on each call and keeps nothing: safe for use by
 * several threads.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class DataFolder implements DataSource {

    private static final String FOR_SHOTS =
            "; it holds the solved examples that stand before each question, which -Dshots=0 leaves out";

    private final Path root;

    /**
     * Names the folder; nothing is read yet.
     *
     * @param root the folder; if it does not exist, {@link #load} says so
     */
    public DataFolder(Path root) {
        this.root = root;
    }

    @Override
    public String kind() {
        return "folder";
    }

    @Override
    public SubjectData load(Suite suite, Subject subject, int shots) {
        Task task = suite.task(subject);
        Loading loading = new Loading(task);
        List<Item> items = loading.items(task.data().evaluation(), subject, 1);
        List<Item> examples =
                shots == 0 ? List.of() : loading.shots(subject, Math.max(1, Math.min(shots, suite.maximumShots())));
        return new SubjectData(items, examples, loading.sha256(), List.copyOf(loading.problems));
    }

    /** One call of {@link #load}. */
    private final class Loading {

        private final Task task;
        private final MessageDigest digest = newSha256();
        private final List<Problem> problems = new ArrayList<>();

        Loading(Task task) {
            this.task = task;
        }

        /** The fixed examples, or those of the shots file; none when there is neither. */
        List<Item> shots(Subject subject, int atLeast) {
            @Nullable List<Map<String, String>> fixed = task.shotsOrFirst().examples();
            if (fixed != null) {
                return IntStream.range(0, fixed.size())
                        .mapToObj(i -> new Item(i, Map.copyOf(fixed.get(i)), -1, root, 0))
                        .toList();
            }
            @Nullable String path = task.data().shots();
            return path == null ? List.of() : items(path, subject, atLeast, FOR_SHOTS);
        }

        List<Item> items(String path, Subject subject, int atLeast) {
            return items(path, subject, atLeast, "");
        }

        private List<Item> items(String path, Subject subject, int atLeast, String purpose) {
            Lookup found = Lookup.find(
                    root, path.replace("{subject}", subject.id()), task.data().format());
            Problem missing = found.problem();
            if (missing != null) {
                String why =
                        problems.isEmpty() ? purpose : ""; // else the folder itself is missing, for all files alike
                problems.add(new Problem(missing.file(), missing.line(), missing.message() + why));
                return List.of();
            }
            Problems ofFile = new Problems(found.path(), found.name());
            byte[] bytes = found.read(ofFile);
            digest.update(bytes);
            List<Item> items = new Items(task, found.path(), ofFile).read(bytes, subject, atLeast);
            problems.addAll(ofFile.list());
            return items;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
