package dev.touchstone.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real weights, data and golden values beside the repository; tests skip without them. */
final class GoldenFiles {

    /** Whether all golden values are compared, which takes minutes, or a slice. */
    static final boolean ALL = "all".equals(System.getProperty("touchstone.test.golden"));

    static final String MODEL = "models/SmolLM2-135M-Instruct.Q4_1.gguf";

    private GoldenFiles() {}

    static Path file(String name) {
        Path file = Path.of(System.getProperty("touchstone.test.shared", "../../../shared"))
                .resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "needs " + file.toAbsolutePath());
        return file;
    }

    static List<JsonNode> lines(String name) throws IOException {
        JsonMapper json = new JsonMapper();
        return Files.readAllLines(file(name), StandardCharsets.UTF_8).stream()
                .map(json::readTree)
                .toList();
    }

    /** Hex digest of the text as UTF-8. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
