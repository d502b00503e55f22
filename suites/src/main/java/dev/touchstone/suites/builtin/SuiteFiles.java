package dev.touchstone.suites.builtin;

import dev.touchstone.suites.SuiteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text files beside a class. */
final class SuiteFiles {

    private final Class<?> anchor;

    SuiteFiles(Class<?> anchor) {
        this.anchor = anchor;
    }

    /** A file's text, by its path below the class's package. */
    String text(String name) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null) {
                throw new SuiteException(name + " does not exist beside " + anchor.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " beside " + anchor.getName() + " cannot be read", e);
        }
    }
}
