package dev.touchstone.reference.tokenizer;

/** The part of a tokenizer that differs between the kinds of vocabulary: ordinary text between special tokens. */
interface FragmentCodec {

    /** Appends the tokens of {@code fragment}, which is not empty and stands at the start of the text or after a special token. */
    void encode(String fragment, IntList tokens);

    /** The bytes that a token stands for. */
    byte[] bytesOf(int token);

    /** Whether {@link #encode} puts a space before the fragment, which decoding must remove. */
    boolean addsSpace();
}
