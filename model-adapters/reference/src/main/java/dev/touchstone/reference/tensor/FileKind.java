package dev.touchstone.reference.tensor;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a file looks like that isn't what it should be: for messages that give the remedy. */
@API(status = Status.INTERNAL, since = "0.1")
public final class FileKind {

    /** Bytes of the file's start that are enough for {@link #describe}. */
    public static final int HEAD_BYTES = 64;

    private FileKind() {}

    /**
     * What the file looks like and what to do, such as {@code looks like a zip archive: unpack it}.
     *
     * @param head the file's first bytes, {@link #HEAD_BYTES} of them or the whole file
     */
    public static String describe(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs")) {
            return "looks like a git-lfs pointer: run 'git lfs pull' in its repository to get the weights";
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "looks like an HTML page: the download got a web page instead of the file; download it again from the direct link";
        }
        return describeWeights(text);
    }

    private static String describeWeights(String text) {
        if (text.startsWith("GGUF")) {
            return "looks like a GGUF file: open it with gguf:FILE";
        }
        if (text.length() > 8 && text.charAt(8) == '{') {
            return "looks like a safetensors file: open the folder that holds it and its config.json with hf:FOLDER";
        }
        if (text.startsWith("lmgg") || text.startsWith("tjgg") || text.startsWith("fmgg")) {
            return "looks like GGML, the format before GGUF: convert the original model with llama.cpp's convert_hf_to_gguf.py";
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return "looks like a zip archive (PyTorch checkpoints are): unpack it, or convert the checkpoint to safetensors or GGUF";
        }
        return describeOther(text);
    }

    private static String describeOther(String text) {
        if (text.startsWith("\u001f\u008b")) {
            return "looks like gzip: unpack it first";
        }
        if (text.startsWith("{")) {
            return "looks like JSON: name the file that holds the weights";
        }
        String hex = HexFormat.ofDelimiter(" ")
                .formatHex(text.substring(0, Math.min(8, text.length())).getBytes(StandardCharsets.ISO_8859_1));
        return "starts with the bytes " + hex + ": check that it is the right file, or download it again";
    }
}
