package dev.touchstone.reference.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.testing.TinyFolder;
import dev.touchstone.reference.testing.TinyLlama;
import dev.touchstone.reference.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders with a file too few, or whose files don't go together. */
class FolderRefusalTest {

    private static final TinyLlama MODEL = TinyModels.llama(9);

    @TempDir
    Path folder;

    @BeforeEach
    void writeFolder() {
        TinyFolder.write(MODEL, "F32", folder);
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        Path gone = folder.resolve("gone");
        assertThat(message(gone)).isEqualTo(gone + " does not exist: check the path, or download the model first");
    }

    @Test
    void saysThatItIsAFile() {
        Path file = folder.resolve("config.json");
        assertThat(message(file))
                .isEqualTo(file + " is a file, but a Hugging Face folder is expected: name the folder that holds it");
    }

    @Test
    void namesAMissingConfiguration() throws IOException {
        Files.delete(folder.resolve("config.json"));
        assertThat(message(folder))
                .isEqualTo(
                        folder + " has no file 'config.json': a Hugging Face folder has config.json, tokenizer.json and"
                                + " model.safetensors; download the whole folder");
    }

    @Test
    void saysThatThereAreNoWeights() throws IOException {
        Files.delete(folder.resolve("model.safetensors"));
        assertThat(message(folder))
                .isEqualTo(folder
                        + " has neither 'model.safetensors' nor 'model.safetensors.index.json': download the weights as"
                        + " safetensors");
    }

    @Test
    void recognizesAPyTorchCheckpoint() throws IOException {
        Files.move(folder.resolve("model.safetensors"), folder.resolve("pytorch_model.bin"));
        assertThat(message(folder))
                .endsWith(", only a PyTorch checkpoint ('pytorch_model.bin'): download the weights as safetensors");
    }

    @Test
    void namesAMissingTensorAsTheFolderDoes() {
        TinyFolder.weights(MODEL, "F32", name -> !name.equals("model.layers.1.self_attn.o_proj.weight"))
                .write(folder.resolve("model.safetensors"));
        assertThat(message(folder))
                .isEqualTo(folder
                        + " has no tensor 'model.layers.1.self_attn.o_proj.weight' (64 x 64), which a Llama of 2 layers"
                        + " needs: the model was not converted completely; convert or download it again");
    }

    @Test
    void namesATensorOfAnotherShape() throws IOException {
        configure("intermediate_size", 95);
        assertThat(message(folder))
                .isEqualTo(folder
                        + ": tensor 'model.layers.0.mlp.gate_proj.weight' is 96 x 64, but the configuration asks for 95 x 64"
                        + ": configuration and weights belong to different models; convert or download it again");
    }

    @Test
    void refusesAVocabularyOfAnotherSize() throws IOException {
        configure("vocab_size", 301);
        assertThat(message(folder))
                .isEqualTo(folder
                        + ": config.json has a 'vocab_size' of 301, but the embedding 'model.embed_tokens.weight' has 300"
                        + " rows: configuration and weights belong to different models; download the folder again");
    }

    @Test
    void namesATensorThatWouldBeLeftOut() {
        TinyFolder.weights(MODEL, "F32")
                .tensor("model.layers.0.self_attn.q_norm.weight", "F32", new float[16], 16)
                .write(folder.resolve("model.safetensors"));
        assertThat(message(folder))
                .isEqualTo(folder
                        + " has the tensor 'model.layers.0.self_attn.q_norm.weight' (and 0 others), which a Llama of 2"
                        + " layers without biases doesn't use: answers without it would be wrong; use a model of the plain Llama"
                        + " architecture");
    }

    @Test
    void namesAMissingShard() throws IOException {
        ShardedFolder.write(MODEL, folder);
        Files.delete(folder.resolve(ShardedFolder.SECOND));
        assertThat(message(folder))
                .isEqualTo(folder
                        + " has no file 'model-00002-of-00002.safetensors', which 'model.safetensors.index.json' lists as a"
                        + " part of the weights: download it as well");
    }

    @Test
    void namesATensorThatItsShardDoesNotHold() throws IOException {
        ShardedFolder.write(MODEL, folder);
        ShardedFolder.writeIndex(folder, Map.of("model.norm.weight", ShardedFolder.FIRST));
        assertThat(message(folder))
                .isEqualTo(folder.resolve(ShardedFolder.FIRST)
                        + " has no tensor 'model.norm.weight', which the folder's index says it"
                        + " holds: index and weights belong to different downloads; download both again");
    }

    @Test
    void refusesATensorInTwoShards() throws IOException {
        ShardedFolder.write(MODEL, folder);
        TinyFolder.weights(MODEL, "F32").write(folder.resolve(ShardedFolder.SECOND));
        assertThat(message(folder))
                .isEqualTo(folder.resolve(ShardedFolder.SECOND) + " has the tensor 'model.embed_tokens.weight', which"
                        + " 'model-00001-of-00002.safetensors' has as well: download the folder again");
    }

    @Test
    void refusesAShardOutsideTheFolder() throws IOException {
        ShardedFolder.write(MODEL, folder);
        ShardedFolder.writeIndex(folder, Map.of("model.norm.weight", "../secret.safetensors"));
        assertThat(message(folder))
                .isEqualTo(folder.resolve(ShardedFolder.INDEX)
                        + " names the file '../secret.safetensors', which is no plain file name:"
                        + " download it again");
    }

    @Test
    void refusesAnIndexWithoutAMap() throws IOException {
        ShardedFolder.write(MODEL, folder);
        ShardedFolder.writeIndex(folder, Map.of());
        assertThat(message(folder))
                .isEqualTo(folder.resolve(ShardedFolder.INDEX)
                        + " has no 'weight_map' that names the file of each tensor: download it" + " again");
    }

    private void configure(String key, Object value) throws IOException {
        Map<String, Object> config = TinyFolder.config(MODEL.shape(), "F32");
        config.put(key, value);
        TinyFolder.writeJson(folder.resolve("config.json"), config);
    }

    private static String message(Path path) {
        Throwable thrown = catchThrowable(() -> SafetensorsCheckpoint.open(path).close());
        assertThat(thrown).isInstanceOf(ModelException.class);
        return thrown.getMessage();
    }
}
