package dev.touchstone.djl.tokenizers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Hugging Face folder with a small byte-level BPE tokenizer: bytes, some merges, two added tokens. */
final class TokenizerFolder {

    static final List<String> ADDED = List.of("<|bos|>", "<|eos|>");

    /** Also across UTF-8 sequences (the last four are the bytes of common Chinese characters), digits and spaces. */
    static final List<String> MERGES = List.of(
            "e r",
            "\u0120 t",
            "h e",
            "\u0120t he",
            "i n",
            "\u0120 a",
            "1 2",
            "12 3",
            "\u0120 \u0120",
            "l l",
            "\u010a \u010a",
            "\u0120t in",
            "\u00e4 \u00b8",
            "\u00e4\u00b8 \u0143",
            "\u00e6 \u0138",
            "\u00e6\u0138 \u0129",
            "\u00f0 \u0141",
            "\u00f0\u0141 \u013a",
            "' s");

    private final JsonMapper mapper = JsonMapper.shared();
    private final Path folder;
    private final ObjectNode tokenizer = mapper.createObjectNode();

    TokenizerFolder(Path folder) {
        this.folder = folder;
        tokenizer.put("version", "1.0").putNull("truncation").putNull("padding").putNull("normalizer");
        tokenizer.putArray("added_tokens");
        for (String token : ADDED) {
            tokenizer.withArray("added_tokens").addPOJO(addedToken(token, 256 + MERGES.size() + ADDED.indexOf(token)));
        }
        byteLevel("pre_tokenizer");
        byteLevel("decoder");
        tokenizer
                .putObject("model")
                .put("type", "BPE")
                .putPOJO("vocab", vocabulary())
                .putPOJO("merges", MERGES);
    }

    private static Map<String, Object> addedToken(String token, int id) {
        Map<String, Object> added = new LinkedHashMap<>(Map.of("id", id, "content", token));
        for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
            added.put(flag, false);
        }
        added.put("special", true);
        return added;
    }

    private void byteLevel(String key) {
        tokenizer
                .putObject(key)
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", true);
    }

    /** The tokens in the order of their ids, without the added ones. */
    static List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        char next = '\u0100';
        for (char value = 0; value < 256; value++) {
            boolean isPrintable = value > ' ' && value < 0x7F || value > 0xA0 && value != 0xAD;
            tokens.add(String.valueOf(isPrintable ? value : next++));
        }
        MERGES.forEach(merge -> tokens.add(merge.replace(" ", "")));
        return tokens;
    }

    private static Map<String, Integer> vocabulary() {
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        tokens().forEach(token -> vocabulary.put(token, vocabulary.size()));
        return vocabulary;
    }

    /** The root of {@code tokenizer.json}, to change before {@link #write}. */
    ObjectNode json() {
        return tokenizer;
    }

    /** A post-processor that starts each text with the BOS. */
    TokenizerFolder addingBos() {
        tokenizer.putPOJO(
                "post_processor",
                Map.of(
                        "type", "TemplateProcessing",
                        "single",
                                List.of(
                                        Map.of("SpecialToken", Map.of("id", ADDED.get(0), "type_id", 0)),
                                        Map.of("Sequence", Map.of("id", "A", "type_id", 0))),
                        "pair",
                                List.of(
                                        Map.of("Sequence", Map.of("id", "A", "type_id", 0)),
                                        Map.of("Sequence", Map.of("id", "B", "type_id", 1))),
                        "special_tokens",
                                Map.of(
                                        ADDED.get(0),
                                        Map.of(
                                                "id",
                                                ADDED.get(0),
                                                "ids",
                                                List.of(256 + MERGES.size()),
                                                "tokens",
                                                List.of(ADDED.get(0))))));
        return this;
    }

    /** Writes {@code tokenizer.json}. */
    TokenizerFolder write() throws IOException {
        return write("tokenizer.json", mapper.writeValueAsString(tokenizer));
    }

    /** Writes another file of the folder. */
    TokenizerFolder write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
        return this;
    }
}
