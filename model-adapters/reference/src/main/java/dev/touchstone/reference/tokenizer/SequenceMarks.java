package dev.touchstone.reference.tokenizer;

import java.util.OptionalInt;

/**
 * The tokens that mark the beginning and the end of a sequence, and whether encoding adds them.
 *
 * @param bos beginning of sequence, if the file names one
 * @param eos end of sequence, if the file names one
 * @param addsBos whether encoding with specials starts with {@code bos}, which is present then
 * @param addsEos whether encoding with specials ends with {@code eos}, which is present then
 */
record SequenceMarks(OptionalInt bos, OptionalInt eos, boolean addsBos, boolean addsEos) {

    /** Reads the four keys; {@code addsBosByDefault} is what holds when the file has a BOS and doesn't say whether to add it. */
    static SequenceMarks from(TokenizerMetadata metadata, int vocabularySize, boolean addsBosByDefault) {
        OptionalInt bos = metadata.tokenId("bos_token_id", vocabularySize);
        OptionalInt eos = metadata.tokenId("eos_token_id", vocabularySize);
        return new SequenceMarks(
                bos,
                eos,
                adds(metadata, "add_bos_token", bos, "bos_token_id", addsBosByDefault),
                adds(metadata, "add_eos_token", eos, "eos_token_id", false));
    }

    private static boolean adds(
            TokenizerMetadata metadata, String key, OptionalInt token, String tokenKey, boolean byDefault) {
        boolean adds = metadata.optional(key, Boolean.class).orElse(byDefault && token.isPresent());
        if (adds && token.isEmpty()) {
            throw metadata.problem(tokenKey, "is missing, but tokenizer.ggml." + key + " is true");
        }
        return adds;
    }
}
