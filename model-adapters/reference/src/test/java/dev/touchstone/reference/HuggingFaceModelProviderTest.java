package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.ReferenceModels.TokenizerSource;
import dev.touchstone.reference.gguf.GgufFile;
import dev.touchstone.reference.safetensors.SafetensorsCheckpoint;
import dev.touchstone.reference.testing.TinyModels;
import dev.touchstone.reference.tokenizer.GgufTokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceModelProviderTest {

    private static final List<LoglikelihoodRequest> REQUESTS = List.of(
            new LoglikelihoodRequest("the cat sat on", " the mat"), new LoglikelihoodRequest("a dog", " ran away"));

    @TempDir
    private Path folder;

    private final HuggingFaceModelProvider provider = new HuggingFaceModelProvider();

    @Test
    void agreesWithTheSameWeightsInAGgufFile() {
        Path file = TinyModels.gguf(folder.resolve("tiny.gguf"), 1);
        GgufFile gguf = GgufFile.open(file);
        Tokenizer tokenizer = GgufTokenizers.from(gguf.metadata(), file.toString());
        Path checkpoint = TinyModels.folder(folder.resolve("tiny"), 1);
        ModelOptions options = ModelOptions.defaults();
        LanguageModel model = ReferenceModels.open(
                "hf:tiny",
                SafetensorsCheckpoint.open(checkpoint),
                new TokenizerSource(tokenizer, "gguf's", java.util.Optional.empty()),
                options);
        // Query and key rows are stored in another order, so sums over a head's elements round differently.
        assertThat(loglikelihoods(model))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : Double.compare(a, b))
                .isEqualTo(loglikelihoods(new GgufModelProvider().open(file.toString(), options)));
    }

    @Test
    void refusesToDownload() {
        assertThatThrownBy(() -> provider.check("owner/name"))
                .isInstanceOf(ModelException.class)
                .hasMessage(Path.of("owner/name").toAbsolutePath()
                        + " does not exist; downloading isn't supported: pass a folder with config.json, tokenizer.json and"
                        + " *.safetensors");
    }

    @Test
    void saysWhatIsWrongWithALocation() throws IOException {
        assertThatThrownBy(() -> provider.check(""))
                .isInstanceOf(ModelException.class)
                .hasMessage("'hf:' names no folder; write hf:FOLDER, such as hf:models/small");
        assertThatThrownBy(() -> provider.check(folder.toString()))
                .isInstanceOf(ModelException.class)
                .hasMessage(folder
                        + " has no config.json; pass a folder with config.json, tokenizer.json and *.safetensors");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> provider.check(file.toString()))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + " is a file, but hf: expects a folder; name the folder that holds it");
    }

    @Test
    void saysWhichArtifactReadsTokenizers() {
        assertThatThrownBy(() -> HuggingFaceModelProvider.tokenizer(folder, List.of()))
                .isInstanceOf(ModelException.class)
                .hasMessage("nothing on the class path reads the tokenizer in " + folder
                        + "; add dev.touchstone:touchstone-model-djl-tokenizers for a tokenizer.json");
    }

    private static List<Double> loglikelihoods(LanguageModel model) {
        List<Double> values = new ArrayList<>();
        try (model) {
            model.loglikelihoods(REQUESTS, (index, response) -> values.add(response.loglikelihood()));
        }
        return values;
    }
}
