package dev.touchstone.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInModelTest {

    /** Of the files that the training wrote; see README.md beside them. A change means another model, with other scores. */
    private static final String WEIGHTS = "92130e5c6c3670b275c4553be0f5df1d5ef0a8a032018902ddd252af869e43a9";

    private static final String TOKENIZER = "e64a55441874e56e46bc8fc0e28f391f06935a97dd2f17f5a25c28ca151b7834";

    private final BuiltInModelProvider provider = new BuiltInModelProvider();

    @Test
    void theFilesAreThoseThatWereTrained() throws IOException {
        assertThat(sha256("model.safetensors")).isEqualTo(WEIGHTS);
        assertThat(sha256("tokenizer.json")).isEqualTo(TOKENIZER);
    }

    @Test
    void theFilesAreSmall() throws IOException {
        long bytes = 0;
        for (String file : ModelFolder.FILES) {
            bytes += read(file).length;
        }
        assertThat(bytes).isLessThan(12_000_000);
    }

    @Test
    void answersRequestsWithoutAFileOrFolderOfItsUser() {
        try (LanguageModel model = provider.open("", ModelOptions.defaults())) {
            assertThat(model.description().name()).isEqualTo("reference");
            List<Double> loglikelihoods = new ArrayList<>();
            model.loglikelihoods(
                    List.of(
                            new LoglikelihoodRequest("Question: How many days does a week have?\nAnswer:", " 7"),
                            new LoglikelihoodRequest("问题：一周有几天？\n答案：", " 七天")),
                    (index, response) -> loglikelihoods.add(response.loglikelihood()));
            assertThat(loglikelihoods).hasSize(2).allMatch(value -> value < 0 && value > -200);
        }
    }

    @Test
    void leavesNoFileBehindWhereTheSystemLetsIt() throws IOException {
        ModelFolder folder = ModelFolder.unpack();
        assertThat(names(folder.path())).containsExactlyInAnyOrderElementsOf(ModelFolder.FILES);
        folder.close();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void refusesALocation() {
        assertThatThrownBy(() -> provider.check("small"))
                .isInstanceOf(ModelException.class)
                .hasMessage("the built-in model is called 'reference' alone, but 'reference:small' was asked for; "
                        + "write -Dmodel=reference, or gguf:FILE or hf:FOLDER for a model of your own");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String sha256(String file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(read(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = ModelFolder.resource(file)) {
            return in.readAllBytes();
        }
    }
}
