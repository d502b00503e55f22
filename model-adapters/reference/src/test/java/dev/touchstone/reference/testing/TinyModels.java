package dev.touchstone.reference.testing;

import java.nio.file.Path;

/**
 * Random tiny Llamas: 2 layers, width 64, 4 heads on 2 key-value heads of size 16, feed-forward 96, vocabulary 300, context 128, RoPE base
 * 10000, RMSNorm epsilon 1e-5. One seed gives the same weights in either format, up to GGUF's reordering of query and key rows.
 */
public final class TinyModels {

    private TinyModels() {}

    /** The model of that seed with its own output matrix. */
    public static TinyLlama llama(long seed) {
        return new TinyLlama(TinyShape.standard(), seed);
    }

    /** The model of that seed whose output matrix is the embedding matrix. */
    public static TinyLlama tiedLlama(long seed) {
        return new TinyLlama(TinyShape.standard().tied(), seed);
    }

    /** Writes {@link #llama} as a GGUF file of type F32. */
    public static Path gguf(Path file, long seed) {
        return TinyGguf.of(llama(seed), "F32").write(file);
    }

    /** Writes {@link #llama} as GGUF with all matrices in {@code type}: F32, F16, BF16, Q8_0, Q4_0 or Q4_1; norms stay F32. */
    public static Path gguf(Path file, long seed, String type) {
        return TinyGguf.of(llama(seed), type).write(file);
    }

    /** Writes {@link #llama} as a Hugging Face folder (config.json, tokenizer.json, model.safetensors) of type F32. */
    public static Path folder(Path folder, long seed) {
        return TinyFolder.write(llama(seed), "F32", folder);
    }

    /** Writes {@link #llama} as a Hugging Face folder with weights of {@code type}: F32, F16 or BF16. */
    public static Path folder(Path folder, long seed, String type) {
        return TinyFolder.write(llama(seed), type, folder);
    }
}
