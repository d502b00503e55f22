package dev.touchstone.reference.tokenizer;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Finds special tokens that are written out in a text: a prefix tree over their characters. */
final class SpecialTokens {

    /** What {@link #longestAt} gives when no special token starts there. */
    static final int NONE = -1;

    private final Node root = new Node();
    private final BitSet firstCharacters = new BitSet();

    SpecialTokens(Vocabulary vocabulary) {
        for (int id = 0; id < vocabulary.size(); id++) {
            if (vocabulary.type(id).isSpecial() && !vocabulary.text(id).isEmpty()) {
                add(vocabulary.text(id), id);
            }
        }
    }

    private void add(String text, int id) {
        firstCharacters.set(text.charAt(0));
        Node node = root;
        for (int index = 0; index < text.length(); index++) {
            node = node.children.computeIfAbsent(text.charAt(index), c -> new Node());
        }
        node.id = id;
    }

    /** The id of the longest special token that starts at {@code from}, or {@link #NONE}. */
    int longestAt(String text, int from) {
        if (!firstCharacters.get(text.charAt(from))) {
            return NONE;
        }
        int longest = NONE;
        Node node = root;
        for (int index = from; index < text.length(); index++) {
            node = node.children.get(text.charAt(index));
            if (node == null) {
                return longest;
            }
            longest = node.id == NONE ? longest : node.id;
        }
        return longest;
    }

    private static final class Node {
        private final Map<Character, Node> children = new HashMap<>();
        private int id = NONE;
    }
}
