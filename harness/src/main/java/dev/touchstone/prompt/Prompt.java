package dev.touchstone.prompt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The text of an item as a model sees it.
 *
 * @param text everything before the answer; when each choice has a text of its own, that of the first
 * @param sha256 hex digest of the text's UTF-8 bytes
 * @param contexts the text before each continuation, when they differ; empty when it is the same for all
 * @param continuations what is scored after the text, one for each choice: the delimiter and the choice
 * @param choices the text of each choice without the delimiter
 * @param gold the right answer as the suite words it, when there are no choices; empty otherwise
 * @param alternatives further right answers
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Prompt(
        String text,
        String sha256,
        List<String> contexts,
        List<String> continuations,
        List<String> choices,
        String gold,
        List<String> alternatives) {

    /** The same item with one continuation after that text. */
    public Prompt with(String context, String continuation) {
        return new Prompt(
                context, sha256(context), List.of(), List.of(continuation), List.of(continuation), gold, alternatives);
    }

    /** Hex digest of a text's UTF-8 bytes. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The text before a choice's continuation. */
    public String context(int choice) {
        return contexts.isEmpty() ? text : contexts.get(choice);
    }
}
