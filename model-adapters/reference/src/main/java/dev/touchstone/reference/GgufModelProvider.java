package dev.touchstone.reference;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelProvider;
import dev.touchstone.reference.ReferenceModels.TokenizerSource;
import dev.touchstone.reference.gguf.GgufCheckpoint;
import dev.touchstone.reference.gguf.GgufFile;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.tokenizer.GgufTokenizers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** {@code gguf:FILE}: a GGUF file with its tokenizer inside. */
@API(status = Status.INTERNAL, since = "0.1")
public final class GgufModelProvider implements ModelProvider {

    @Override
    public String scheme() {
        return "gguf";
    }

    @Override
    public String usage() {
        return "gguf:FILE";
    }

    @Override
    public void check(String location) {
        if (location.isBlank()) {
            throw new ModelException("'gguf:' names no file; write gguf:FILE, such as gguf:models/small.gguf");
        }
        Path file = Locations.path(location);
        if (Files.isDirectory(file)) {
            throw new ModelException(
                    file.toAbsolutePath() + " is a folder, but gguf: expects a file; name the .gguf file in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new ModelException(file.toAbsolutePath()
                    + " does not exist; check the path, which starts at the working directory unless it is absolute");
        }
    }

    @Override
    public void checkPrecision(String precision) {
        Precision.of(precision);
    }

    @Override
    public boolean needsCalibration(String precision) {
        return Precision.of(precision).calibration() != null;
    }

    @Override
    public LanguageModel open(String location, ModelOptions options) {
        check(location);
        GgufCheckpoint checkpoint = GgufCheckpoint.open(Locations.path(location));
        return ReferenceModels.open("gguf:" + location, checkpoint, tokenizer(checkpoint), options);
    }

    private static TokenizerSource tokenizer(GgufCheckpoint checkpoint) {
        try {
            GgufFile file = checkpoint.file();
            String label = file.findString("tokenizer.ggml.model").orElse("?")
                    + file.findString("tokenizer.ggml.pre")
                            .map(pre -> " (" + pre + ")")
                            .orElse("");
            return new TokenizerSource(
                    GgufTokenizers.from(file.metadata(), file.path().toString()),
                    label,
                    file.findString("tokenizer.chat_template"));
        } catch (RuntimeException e) {
            checkpoint.close();
            throw e;
        }
    }
}
