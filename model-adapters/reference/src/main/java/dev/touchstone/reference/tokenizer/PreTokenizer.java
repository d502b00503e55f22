package dev.touchstone.reference.tokenizer;

/** Cuts text into the pieces inside which byte pairs are merged. The pieces in order are the text: nothing is dropped. */
interface PreTokenizer {

    /** Gives the pieces of {@code text} from {@code from} (inclusive) to {@code to} (exclusive), which count as a text of their own. */
    void split(String text, int from, int to, Pieces pieces);

    /** Receives the pieces, first to last, none of them empty. */
    @FunctionalInterface
    interface Pieces {

        /** Takes the piece from {@code from} (inclusive) to {@code to} (exclusive). */
        void add(int from, int to);
    }
}
