package dev.touchstone.reference.tokenizer;

/** What kind of token an id is: {@code tokenizer.ggml.token_type}, whose numbers are SentencePiece's. */
enum TokenType {
    /** 1, and every number that isn't listed here: part of ordinary text. */
    NORMAL,
    /** 2: stands for what the vocabulary can't say. */
    UNKNOWN,
    /** 3: a mark such as a BOS or the end of a chat message. */
    CONTROL,
    /** 4: text that was added to the vocabulary and is never merged. */
    USER_DEFINED,
    /** 6: a byte, written {@code <0xNN>}. */
    BYTE;

    static TokenType of(int number) {
        return switch (number) {
            case 2 -> UNKNOWN;
            case 3 -> CONTROL;
            case 4 -> USER_DEFINED;
            case 6 -> BYTE;
            default -> NORMAL;
        };
    }

    /** Whether the token is recognized when it is written out in a text, before anything is merged. */
    boolean isSpecial() {
        return this == UNKNOWN || this == CONTROL || this == USER_DEFINED;
    }

    /** Whether the token is left out of generated text: Hugging Face's {@code special=True}, which GGUF files say by these types. */
    boolean isControl() {
        return this == UNKNOWN || this == CONTROL;
    }
}
