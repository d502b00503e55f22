package dev.touchstone.suites.lmeval;

import java.nio.file.Path;

/**
 * Where something stands in a task file.
 *
 * @param file the file
 * @param line the line, from 1
 */
record Place(Path file, int line) {

    TaskException refuse(String message) {
        return new TaskException(this, message);
    }

    @Override
    public String toString() {
        return file + " line " + line;
    }
}
