package dev.touchstone.reference.llama;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The tokens that a calibration looks at, in windows that are computed one by one.
 *
 * @param windows token ids, each at most {@link #WINDOW} and the model's context
 */
@API(status = Status.INTERNAL, since = "0.1")
public record CalibrationText(List<int[]> windows) {

    /** Nothing to look at. */
    public static final CalibrationText NONE = new CalibrationText(List.of());

    /** Tokens at most: enough that errors of a layer of some thousand inputs are measured, few enough to take seconds. */
    private static final int MOST = 4096;

    /** Tokens of a window at most. */
    private static final int WINDOW = 512;

    /** The first tokens of some texts, as many as are looked at. */
    public static CalibrationText of(List<int[]> texts, int contextLength) {
        List<int[]> windows = new ArrayList<>();
        int left = MOST;
        for (int[] text : texts) {
            for (int from = 0; from < text.length && left > 0; ) {
                int length = Math.min(Math.min(left, text.length - from), Math.min(WINDOW, contextLength));
                windows.add(Arrays.copyOfRange(text, from, from + length));
                from += length;
                left -= length;
            }
        }
        return new CalibrationText(List.copyOf(windows));
    }

    /** Number of tokens. */
    public int size() {
        return windows.stream().mapToInt(window -> window.length).sum();
    }

    /** Number and digest of the tokens, for reports. */
    public String describe() {
        return String.format(Locale.ROOT, "%,d tokens in %,d windows, sha256:%s", size(), windows.size(), sha256());
    }

    private String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int[] window : windows) {
                ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (window.length + 1));
                bytes.putInt(window.length).asIntBuffer().put(window);
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
