package dev.touchstone.reference;

import dev.touchstone.model.ModelException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The part of a model's name after the colon as a path. */
final class Locations {

    private Locations() {}

    static Path path(String location) {
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw new ModelException(
                    "'" + location + "' is not a path: " + e.getReason() + "; name a file or a folder", e);
        }
    }
}
