package dev.touchstone.suites.data;

import dev.touchstone.suites.SubjectData.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {

    /** Enough to see the pattern; a file that is wrong throughout would fill the console. */
    private static final int LISTED = 20;

    private static final int QUOTED_LENGTH = 40;

    private final Path file;
    private final String name;
    private final List<Problem> listed = new ArrayList<>();
    private int count;

    /**
     * Starts with none.
     *
     * @param file the file
     * @param name how messages call it: its path below the data folder
     */
    Problems(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** Adds what concerns the whole file. */
    void add(String message) {
        add(0, message);
    }

    /** Adds what is wrong on a line, counted from 1. */
    void add(int line, String message) {
        count++;
        if (count <= LISTED) {
            listed.add(new Problem(file, line, name + (line == 0 ? ": " : " line " + line + ": ") + message));
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<Problem> list() {
        List<Problem> all = new ArrayList<>(listed);
        if (count > LISTED) {
            all.add(new Problem(file, 0, name + ": and " + (count - LISTED) + " more problems"));
        }
        return all;
    }

    /** A value in quotes, on one line and not too long. */
    static String quoted(String value) {
        String line = value.replaceAll("\\R", " ");
        boolean fits = line.codePointCount(0, line.length()) <= QUOTED_LENGTH;
        return "'" + (fits ? line : line.substring(0, line.offsetByCodePoints(0, QUOTED_LENGTH)) + "...") + "'";
    }
}
