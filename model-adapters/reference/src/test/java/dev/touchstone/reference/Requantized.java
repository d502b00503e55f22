package dev.touchstone.reference;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.reference.ReferenceModels.TokenizerSource;
import dev.touchstone.reference.gguf.GgufCheckpoint;
import dev.touchstone.reference.math.Rounding;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import dev.touchstone.reference.tokenizer.GgufTokenizers;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A GGUF model whose matrices were quantized to another type and back, as {@code llama-quantize} does it (ggml's {@code quantize_row_q8_0_ref} and {@code
 * quantize_row_q4_0_ref}): in blocks of 32 with a scale of fp16. Of Q4_0 the embedding, which is the output matrix, too, is Q8_0, as there where rows are
 * no multiple of 256.
 */
public final class Requantized {

    private static final int BLOCK = 32;

    private Requantized() {}

    /** The model with its matrices in {@code Q8_0} or {@code Q4_0}, or as they are for any other type. */
    public static LanguageModel open(Path gguf, String type, ModelOptions options) {
        GgufCheckpoint checkpoint = GgufCheckpoint.open(gguf);
        TokenizerSource tokenizer = new TokenizerSource(
                GgufTokenizers.from(checkpoint.file().metadata(), gguf.toString()), "gguf", Optional.empty());
        return ReferenceModels.open(type, new Changed(checkpoint, type), tokenizer, options);
    }

    private record Changed(Checkpoint stored, String type) implements Checkpoint {

        @Override
        public LlamaConfig config() {
            return stored.config();
        }

        @Override
        public Optional<Tensor> find(String name) {
            boolean changes = type.equals("Q8_0") || type.equals("Q4_0");
            return stored.find(name)
                    .map(tensor -> changes && tensor.rows() > 1 ? new Quantized(tensor, is8Bit(name)) : tensor);
        }

        private boolean is8Bit(String name) {
            return type.equals("Q8_0") || name.equals("token_embd.weight");
        }

        @Override
        public String fingerprint() {
            return stored.fingerprint();
        }

        @Override
        public void close() {
            stored.close();
        }
    }

    private record Quantized(Tensor stored, boolean is8Bit) implements Tensor {

        @Override
        public String name() {
            return stored.name();
        }

        @Override
        public String type() {
            return is8Bit ? "Q8_0" : "Q4_0";
        }

        @Override
        public int rows() {
            return stored.rows();
        }

        @Override
        public int columns() {
            return stored.columns();
        }

        @Override
        public void read(int row, int count, float[] into, int offset) {
            stored.read(row, count, into, offset);
            for (int at = offset; at < offset + count * columns(); at += BLOCK) {
                if (is8Bit) {
                    to8Bits(into, at);
                } else {
                    to4Bits(into, at);
                }
            }
        }

        private static void to8Bits(float[] x, int at) {
            float most = 0;
            for (int i = at; i < at + BLOCK; i++) {
                most = Math.max(most, Math.abs(x[i]));
            }
            float scale = most / 127;
            float inverse = scale == 0 ? 0 : 1 / scale;
            float held = half(scale);
            for (int i = at; i < at + BLOCK; i++) {
                float scaled = x[i] * inverse;
                x[i] = Math.signum(scaled) * (float) Math.floor(Math.abs(scaled) + 0.5f) * held;
            }
        }

        private static void to4Bits(float[] x, int at) {
            float most = 0;
            for (int i = at; i < at + BLOCK; i++) {
                most = Math.abs(x[i]) > Math.abs(most) ? x[i] : most;
            }
            float scale = most / -8;
            float inverse = scale == 0 ? 0 : 1 / scale;
            float held = half(scale);
            for (int i = at; i < at + BLOCK; i++) {
                x[i] = (Math.min(15, (int) (x[i] * inverse + 8.5f)) - 8) * held;
            }
        }

        private static float half(float value) {
            float[] one = {value};
            Rounding.FP16.round(one, 0, 1);
            return one[0];
        }
    }
}
