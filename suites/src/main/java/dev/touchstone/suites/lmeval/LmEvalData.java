package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.DataSource;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.SubjectData.Problem;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.python.PythonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one task, from local files. */
final class LmEvalData implements DataSource {

    private final LmEvalTask task;
    private final @Nullable Path data;

    /** @param data the folder that {@code -Ddata} names, if any */
    LmEvalData(LmEvalTask task, @Nullable Path data) {
        this.task = task;
        this.data = data;
    }

    @Override
    public String kind() {
        return "folder";
    }

    @Override
    public SubjectData load(Suite suite, Subject subject, int shots) {
        Loading loading = new Loading();
        try {
            List<Item> items = loading.items();
            List<Item> examples = shots == 0 ? List.of() : loading.shots();
            return new SubjectData(items, examples, loading.sha256(), List.of());
        } catch (TaskException e) {
            Problem problem = new Problem(task.file().file(), 0, String.valueOf(e.getMessage()));
            return new SubjectData(List.of(), List.of(), loading.sha256(), List.of(problem));
        }
    }

    /** One call of {@link #load}. */
    private final class Loading {

        private final MessageDigest digest = newSha256();
        private final DocItems made = new DocItems(task);

        List<Item> items() {
            List<Doc> docs = processed(rows(task.split()));
            List<Item> items = new ArrayList<>();
            for (Doc doc : docs) {
                items.add(made.item(items.size(), doc));
            }
            return items;
        }

        List<Item> shots() {
            Fewshot fewshot = task.fewshot();
            @Nullable String split = fewshot.split();
            List<Doc> docs =
                    split == null ? fewshot.samples() == null ? List.of() : fewshot.samples() : processed(rows(split));
            List<Item> shots = new ArrayList<>();
            for (Doc doc : docs) {
                shots.add(made.shot(shots.size(), doc));
            }
            return shots;
        }

        private List<Doc> processed(List<Doc> rows) {
            List<Doc> processed = new ArrayList<>();
            for (Doc row : rows) {
                try {
                    processed.add(task.processed(row));
                } catch (PythonException e) {
                    throw row.place().refuse("key 'process_docs': " + e.getMessage());
                }
            }
            return processed;
        }

        private List<Doc> rows(String split) {
            List<Path> files = task.files().find(split, data);
            files.forEach(this::addToDigest);
            return Rows.readAll(files);
        }

        /** A file that can't be read is reported by who reads its rows. */
        private void addToDigest(Path file) {
            try {
                digest.update(Files.readAllBytes(file));
            } catch (IOException e) {
                digest.update((byte) 0);
            }
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
