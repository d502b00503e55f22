package dev.touchstone.reference.tensor;

import dev.touchstone.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 over the bytes of some files, one after the other in name order. Computed when first asked for, once, whatever the number of
 * threads; of one file it is what {@code sha256sum} prints.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Fingerprint {

    /** Large enough that the digest, not the system calls, takes the time. */
    private static final int BUFFER_BYTES = 1 << 20;

    private final List<Path> files;
    private @Nullable String value;

    public Fingerprint(List<Path> files) {
        this.files = files.stream()
                .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                .toList();
    }

    /**
     * {@code sha256:} and 64 hex digits.
     *
     * @throws ModelException if a file can't be read
     */
    public synchronized String value() {
        if (value == null) {
            value = compute();
        }
        return value;
    }

    private String compute() {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (Path file : files) {
            update(digest, file, buffer);
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, Path file, byte[] buffer) {
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new ModelException(
                    file + " can't be read for its fingerprint (" + e + "): check that it is still there", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
