package dev.touchstone.suites;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What was read for one subject. When there are problems, items and shots may be incomplete and must not be evaluated.
 *
 * @param items the items to evaluate, in the file's order
 * @param shots the shots, in the file's order
 * @param sha256 hex digest over the bytes of the files that were read, evaluation file first
 * @param problems everything that is wrong, in the order of the files; empty when all is well
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record SubjectData(List<Item> items, List<Item> shots, String sha256, List<Problem> problems) {

    /**
     * One thing that is wrong with a data set.
     *
     * @param file the file, or the folder that should have it
     * @param line the line, from 1; 0 when it concerns the whole file
     * @param message what is wrong, what is expected and what to do, in one line, with file and line
     */
    public record Problem(java.nio.file.Path file, int line, String message) {}
}
