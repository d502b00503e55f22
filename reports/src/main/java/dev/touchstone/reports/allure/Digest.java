package dev.touchstone.reports.allure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Names that stay the same from run to run. Allure takes two tests with the same history id for repetitions of one and shows only the
 * last, so a short hash would lose subjects.
 */
final class Digest {

    private Digest() {}

    /** SHA-256 of the parts as hex. Parts are separated by a character that none contains. */
    static String of(String... parts) {
        return HexFormat.of().formatHex(sha256(String.join("\n", parts)));
    }

    /** A UUID that depends on nothing but the parts. */
    static String uuid(String... parts) {
        return UUID.nameUUIDFromBytes(sha256(String.join("\n", parts))).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
