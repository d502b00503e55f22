package dev.touchstone.reference.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * A byte-level BPE vocabulary of 300 entries: 4 control tokens, the 256 bytes in GPT-2's spelling, and 40 merges that occur in English.
 */
public final class TinyTokens {

    /** Number of tokens. */
    public static final int COUNT = 300;

    /** Ids of the control tokens. */
    public static final int BEGIN = 0;

    public static final int END = 1;
    public static final int UNKNOWN = 2;
    public static final int PADDING = 3;

    private static final List<String> CONTROL = List.of("<s>", "</s>", "<unk>", "<pad>");

    /** Left and right part of each merge, most important first. U+0120 is GPT-2's spelling of a space. */
    private static final List<String> MERGES = List.of(
            "\u0120 t",
            "\u0120 a",
            "h e",
            "i n",
            "r e",
            "o n",
            "\u0120t he",
            "e r",
            "\u0120 s",
            "a t",
            "\u0120 w",
            "\u0120 o",
            "e n",
            "\u0120 c",
            "i t",
            "i s",
            "a n",
            "o r",
            "e s",
            "\u0120 b",
            "e d",
            "\u0120 f",
            "in g",
            "\u0120 p",
            "o u",
            "\u0120a n",
            "a l",
            "a r",
            "\u0120t o",
            "\u0120 m",
            "\u0120o f",
            "\u0120 in",
            "\u0120 d",
            "\u0120 h",
            "\u0120an d",
            "i c",
            "a s",
            "l e",
            "\u0120t h",
            "i on");

    private TinyTokens() {}

    /** The tokens by id. */
    public static List<String> tokens() {
        List<String> tokens = new ArrayList<>(CONTROL);
        bytes().forEach(tokens::add);
        MERGES.forEach(merge -> tokens.add(merge.replace(" ", "")));
        return tokens;
    }

    /** The merges, each as its two parts with a space between. */
    public static List<String> merges() {
        return MERGES;
    }

    /** Number of control tokens, which come first. */
    static int controlCount() {
        return CONTROL.size();
    }

    /** GPT-2's bytes_to_unicode: printable bytes as they are, the others from U+0100 on; ordered by byte value. */
    private static List<String> bytes() {
        List<String> spelled = new ArrayList<>();
        int next = 256;
        for (int value = 0; value < 256; value++) {
            boolean printable = value >= '!' && value <= '~' || value >= 0xa1 && value != 0xad;
            spelled.add(Character.toString(printable ? value : next++));
        }
        return spelled;
    }
}
