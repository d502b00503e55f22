package dev.touchstone.suites.lmeval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which local files have the rows of a split.
 *
 * <ul>
 *   <li>{@code dataset_path: json}, {@code csv} or {@code parquet}: those that {@code dataset_kwargs.data_files} names, beside the task file or below the data folder
 *   <li>a folder beside the task file: {@code SPLIT.jsonl}, {@code .json}, {@code .csv} or {@code .parquet} in it
 *   <li>a data set of a hub, such as {@code allenai/ai2_arc} with {@code dataset_name: ARC-Easy}: below the data folder {@code
 *       allenai/ai2_arc/ARC-Easy/SPLIT.jsonl}, or without the owner {@code ai2_arc/ARC-Easy/SPLIT.jsonl}
 * </ul>
 */
final class DataFiles {

    private static final List<String> ENDINGS = List.of(".jsonl", ".json", ".csv", ".parquet");

    /** What changes no row. */
    private static final Set<String> HARMLESS =
            Set.of("data_files", "trust_remote_code", "revision", "streaming", "cache_dir");

    private final Place place;
    private final String path;
    private final @Nullable String name;
    private final Map<String, List<String>> bySplit;

    private DataFiles(Place place, String path, @Nullable String name, Map<String, List<String>> bySplit) {
        this.place = place;
        this.path = path;
        this.name = name;
        this.bySplit = bySplit;
    }

    static DataFiles of(TaskFile file) {
        @Nullable String path = file.text("dataset_path");
        if (path == null) {
            throw file.place("dataset_path").refuse("key 'dataset_path' is missing");
        }
        Place place = file.place("dataset_path");
        Map<String, List<String>> files = dataFiles(file.get("dataset_kwargs"));
        if (isFormat(path) && files.isEmpty()) {
            throw place.refuse(
                    "key 'dataset_path' is '" + path + "', but key 'dataset_kwargs.data_files' names no file");
        }
        if (List.of("text", "arrow", "webdataset", "imagefolder").contains(path)) {
            throw place.refuse("key 'dataset_path' is '" + path + "'; supported are json, csv and parquet files");
        }
        return new DataFiles(place, path, text(file.get("dataset_name")), files);
    }

    private static boolean isFormat(String path) {
        return List.of("json", "csv", "parquet").contains(path);
    }

    private static @Nullable String text(@Nullable Entry entry) {
        return entry == null ? null : String.valueOf(Values.plain(entry));
    }

    private static Map<String, List<String>> dataFiles(@Nullable Entry kwargs) {
        if (kwargs == null) {
            return Map.of();
        }
        if (!kwargs.isMap()) {
            throw kwargs.refuse("key 'dataset_kwargs' must hold keys of its own");
        }
        kwargs.map().forEach((key, entry) -> {
            if (!HARMLESS.contains(key)) {
                throw entry.refuse("key 'dataset_kwargs." + key + "' is not supported; supported: data_files");
            }
        });
        @Nullable Entry files = kwargs.map().get("data_files");
        if (files == null) {
            return Map.of();
        }
        Map<String, List<String>> bySplit = new LinkedHashMap<>();
        if (files.isMap()) {
            files.map().forEach((split, entry) -> bySplit.put(split, names(entry)));
        } else {
            bySplit.put("train", names(files)); // as Hugging Face's datasets calls what has no name
        }
        return bySplit;
    }

    private static List<String> names(Entry entry) {
        List<String> names = new ArrayList<>();
        for (Entry name : entry.isList() ? entry.list() : List.of(entry)) {
            if (!name.isText() || name.text().contains("://") || name.text().contains("*")) {
                throw name.refuse("key 'dataset_kwargs.data_files' must name local files, without patterns");
            }
            names.add(name.text());
        }
        return names;
    }

    /**
     * The files of a split.
     *
     * @param data the folder that {@code -Ddata} names, if any
     * @throws TaskException if there are none; the message says which ones there could be
     */
    List<Path> find(String split, @Nullable Path data) {
        return bySplit.isEmpty() ? List.of(findFolderFile(split, data)) : findNamed(split, data);
    }

    private List<Path> findNamed(String split, @Nullable Path data) {
        if (!bySplit.containsKey(split)) {
            throw place.refuse("there is no split '" + split + "'; key 'dataset_kwargs.data_files' has "
                    + String.join(", ", bySplit.keySet()));
        }
        List<Path> found = new ArrayList<>();
        for (String file : bySplit.get(split)) {
            List<Path> places = new ArrayList<>(List.of(folder().resolve(file)));
            if (data != null) {
                places.add(data.resolve(file));
            }
            found.add(places.stream()
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> place.refuse("the file " + file + " of split '" + split
                            + "' does not exist; looked for " + list(places))));
        }
        return found;
    }

    private Path findFolderFile(String split, @Nullable Path data) {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(folder().resolve(path))) {
            folders.add(folder().resolve(path));
        } else if (data != null) {
            folders.add(data.resolve(path));
            folders.add(data.resolve(path.substring(path.lastIndexOf('/') + 1)));
        } else {
            throw place.refuse(
                    "the data set '" + path + "' is not read from a hub; pass -Ddata=FOLDER with its rows in FOLDER/"
                            + below(path) + "/" + split + ".jsonl (or .json, .csv, .parquet)");
        }
        List<Path> places = folders.stream()
                .map(folder -> name == null ? folder : folder.resolve(name))
                .distinct()
                .flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(split + ending)))
                .toList();
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> place.refuse("split '" + split + "' of '" + below(path)
                        + "' has no local file; looked for " + list(places)));
    }

    private String below(String dataset) {
        return name == null ? dataset : dataset + "/" + name;
    }

    private Path folder() {
        Path parent = place.file().toAbsolutePath().getParent();
        return parent == null ? place.file().toAbsolutePath() : parent;
    }

    private static String list(List<Path> places) {
        return String.join(
                ", ", places.stream().map(p -> p.normalize().toString()).toList());
    }
}
