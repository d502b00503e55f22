package dev.touchstone.reference;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelProvider;
import dev.touchstone.model.TokenizerProvider;
import dev.touchstone.reference.ReferenceModels.TokenizerSource;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.safetensors.SafetensorsCheckpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** {@code hf:FOLDER}: a Hugging Face folder of {@code config.json}, safetensors files and a tokenizer. */
@API(status = Status.INTERNAL, since = "0.1")
public final class HuggingFaceModelProvider implements ModelProvider {

    @Override
    public String scheme() {
        return "hf";
    }

    @Override
    public String usage() {
        return "hf:FOLDER";
    }

    @Override
    public void check(String location) {
        if (location.isBlank()) {
            throw new ModelException("'hf:' names no folder; write hf:FOLDER, such as hf:models/small");
        }
        Path folder = Locations.path(location);
        if (Files.isRegularFile(folder)) {
            throw new ModelException(
                    folder.toAbsolutePath() + " is a file, but hf: expects a folder; name the folder that holds it");
        }
        if (!Files.isDirectory(folder)) {
            throw new ModelException(folder.toAbsolutePath()
                    + " does not exist; downloading isn't supported: pass a folder with config.json, tokenizer.json and"
                    + " *.safetensors");
        }
        if (!Files.isRegularFile(folder.resolve("config.json"))) {
            throw new ModelException(folder.toAbsolutePath()
                    + " has no config.json; pass a folder with config.json, tokenizer.json and *.safetensors");
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
        return open("hf:" + location, Locations.path(location), options);
    }

    /**
     * Loads the model in a folder.
     *
     * @param name what the model is called in messages and reports
     * @throws ModelException if the model is broken or not supported
     */
    public static LanguageModel open(String name, Path folder, ModelOptions options) {
        TokenizerSource tokenizer = tokenizer(folder, ServiceLoader.load(TokenizerProvider.class));
        return ReferenceModels.open(name, SafetensorsCheckpoint.open(folder), tokenizer, options);
    }

    static TokenizerSource tokenizer(Path folder, Iterable<TokenizerProvider> providers) {
        for (TokenizerProvider provider : providers) {
            if (provider.supports(folder)) {
                return new TokenizerSource(
                        provider.open(folder), provider.getClass().getSimpleName(), ChatFormats.inFolder(folder));
            }
        }
        throw new ModelException("nothing on the class path reads the tokenizer in " + folder.toAbsolutePath()
                + "; add dev.touchstone:touchstone-model-djl-tokenizers for a tokenizer.json");
    }
}
