package dev.touchstone.training.tokenizer;

import dev.touchstone.training.tokenizer.BytePairs.Merge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.json.JsonMapper;

/** Writes a vocabulary as Hugging Face's {@code tokenizer.json} and {@code tokenizer_config.json}, cut like SmolLM2's, but for Chinese characters. */
@API(status = Status.INTERNAL, since = "0.1")
public final class TokenizerFiles {

    private TokenizerFiles() {}

    /**
     * Writes both files.
     *
     * @param context longest sequence of the model, in tokens
     */
    public static void write(BytePairs pairs, int context, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("tokenizer.json"), tokenizer(pairs));
        write(folder.resolve("tokenizer_config.json"), configuration(context));
    }

    private static void write(Path file, Map<String, Object> content) throws IOException {
        String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(content);
        Files.writeString(file, json + "\n", StandardCharsets.UTF_8);
    }

    private static Map<String, Object> tokenizer(BytePairs pairs) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", "1.0");
        root.put("truncation", null);
        root.put("padding", null);
        root.put("added_tokens", List.of(added()));
        root.put("normalizer", null);
        root.put("pre_tokenizer", preTokenizer());
        root.put("post_processor", null);
        root.put("decoder", byteLevel());
        root.put("model", model(pairs));
        return root;
    }

    private static Map<String, Object> added() {
        Map<String, Object> added = new LinkedHashMap<>();
        added.put("id", 0);
        added.put("content", BytePairs.END);
        for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
            added.put(flag, false);
        }
        added.put("special", true);
        return added;
    }

    private static Map<String, Object> preTokenizer() {
        Map<String, Object> digits = new LinkedHashMap<>();
        digits.put("type", "Digits");
        digits.put("individual_digits", true);
        Map<String, Object> sequence = new LinkedHashMap<>();
        sequence.put("type", "Sequence");
        sequence.put("pretokenizers", List.of(digits, chineseCharacters(), byteLevel()));
        return sequence;
    }

    private static Map<String, Object> chineseCharacters() {
        Map<String, Object> split = new LinkedHashMap<>();
        split.put("type", "Split");
        split.put("pattern", Map.of("Regex", "\\p{Han}"));
        split.put("behavior", "Isolated");
        split.put("invert", false);
        return split;
    }

    private static Map<String, Object> byteLevel() {
        Map<String, Object> byteLevel = new LinkedHashMap<>();
        byteLevel.put("type", "ByteLevel");
        byteLevel.put("add_prefix_space", false);
        byteLevel.put("trim_offsets", true);
        byteLevel.put("use_regex", true);
        return byteLevel;
    }

    private static Map<String, Object> model(BytePairs pairs) {
        List<String> tokens = tokens(pairs);
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        tokens.forEach(token -> vocabulary.put(token, vocabulary.size()));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "BPE");
        model.put("dropout", null);
        model.put("unk_token", null);
        model.put("continuing_subword_prefix", null);
        model.put("end_of_word_suffix", null);
        model.put("fuse_unk", false);
        model.put("byte_fallback", false);
        model.put("ignore_merges", false);
        model.put("vocab", vocabulary);
        model.put("merges", merges(pairs, tokens));
        return model;
    }

    private static List<String> tokens(BytePairs pairs) {
        List<String> tokens = new ArrayList<>();
        tokens.add(BytePairs.END);
        tokens.addAll(alphabet());
        for (Merge merge : pairs.merges()) {
            tokens.add(tokens.get(merge.left()) + tokens.get(merge.right()));
        }
        return tokens;
    }

    /** GPT-2's {@code bytes_to_unicode}: printable Latin-1 characters stand for themselves, the other bytes are U+0100 and on. */
    private static List<String> alphabet() {
        List<String> alphabet = new ArrayList<>();
        char next = '\u0100';
        for (char value = 0; value < 256; value++) {
            boolean isPrintable = value >= '!' && value <= '~' || value >= 0xA1 && value != 0xAD;
            alphabet.add(String.valueOf(isPrintable ? value : next++));
        }
        return alphabet;
    }

    private static List<String> merges(BytePairs pairs, List<String> tokens) {
        return pairs.merges().stream()
                .map(merge -> tokens.get(merge.left()) + " " + tokens.get(merge.right()))
                .toList();
    }

    private static Map<String, Object> configuration(int context) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("add_prefix_space", false);
        root.put("bos_token", BytePairs.END);
        root.put("eos_token", BytePairs.END);
        root.put("pad_token", BytePairs.END);
        root.put("unk_token", BytePairs.END);
        root.put("clean_up_tokenization_spaces", false);
        root.put("model_max_length", context);
        root.put("tokenizer_class", "PreTrainedTokenizerFast");
        return root;
    }
}
