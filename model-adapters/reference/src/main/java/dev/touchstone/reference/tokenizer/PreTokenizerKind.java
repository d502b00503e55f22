package dev.touchstone.reference.tokenizer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pre-tokenizers by the names that {@code tokenizer.ggml.pre} has for them; llama.cpp maps the aliases to the same pattern. */
enum PreTokenizerKind {
    /** GPT-2's pattern. */
    GPT2(new Gpt2PreTokenizer(), false, "gpt-2", "phi-2", "mpt", "olmo", "jais"),
    /** Digits one by one, then GPT-2's pattern. */
    SMOLLM(new DigitsPreTokenizer(), false, "smollm", "starcoder", "refact", "codeshell", "exaone", "minerva-7b"),
    /** Llama 3's pattern; a piece that is in the vocabulary is taken as it is, and a BOS is added unless the file says otherwise. */
    LLAMA3(new Llama3PreTokenizer(3), true, "llama-bpe", "llama3", "llama-v3", "falcon3"),
    /** Llama 3's pattern, with plain merges and no BOS. */
    DBRX(new Llama3PreTokenizer(3), false, "dbrx", "smaug-bpe"),
    /** Qwen 2's pattern: Llama 3's with digits one by one. */
    QWEN2(new Llama3PreTokenizer(1), false, "qwen2", "stablelm2", "megrez", "deepseek-r1-qwen");

    private final PreTokenizer preTokenizer;
    private final boolean llama3;
    private final List<String> names;

    PreTokenizerKind(PreTokenizer preTokenizer, boolean llama3, String... names) {
        this.preTokenizer = preTokenizer;
        this.llama3 = llama3;
        this.names = List.of(names);
    }

    static Optional<PreTokenizerKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.names.contains(name)).findFirst();
    }

    /** All names that {@link #named} knows, for messages. */
    static String knownNames() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.names.stream())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    PreTokenizer preTokenizer() {
        return preTokenizer;
    }

    /** Whether a whole piece that is in the vocabulary is taken without looking at the merges. */
    boolean ignoresMerges() {
        return llama3;
    }

    /** Whether a BOS is added when the file doesn't say. */
    boolean addsBos() {
        return llama3;
    }
}
