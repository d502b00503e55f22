package dev.touchstone.djl.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecialTokenFilesTest {

    private static final int BOS = 256 + TokenizerFolder.MERGES.size();
    private static final int EOS = BOS + 1;

    @TempDir
    Path folder;

    private TokenizerFolder files;

    @BeforeEach
    void writeTokenizer() throws IOException {
        files = new TokenizerFolder(folder).write();
    }

    @Test
    void readsATokenThatIsAStringOrAnObject() throws IOException {
        files.write("tokenizer_config.json", "{\"bos_token\": \"<|bos|>\", \"eos_token\": {\"content\": \"<|eos|>\"}}");

        assertThat(read().bos()).hasValue(BOS);
        assertThat(read().eos()).hasValue(EOS);
    }

    @Test
    void looksIntoTheNextFileForWhatTheFirstDoesNotHave() throws IOException {
        files.write("tokenizer_config.json", "{}")
                .write("special_tokens_map.json", "{\"bos_token\": \"<|bos|>\"}")
                .write("config.json", "{\"bos_token_id\": 7, \"eos_token_id\": [8, 9]}");

        assertThat(read().bos()).hasValue(BOS);
        assertThat(read().eos()).hasValue(8);
    }

    @Test
    void takesAnExplicitNullForNoSuchToken() throws IOException {
        files.write("tokenizer_config.json", "{\"bos_token\": null}").write("config.json", "{\"bos_token_id\": 7}");

        assertThat(read().bos()).isEmpty();
        assertThat(read().eos()).isEmpty();
    }

    @Test
    void refusesATokenThatTheTokenizerDoesNotHave() throws IOException {
        files.write("tokenizer_config.json", "{\"bos_token\": \"<s>\"}");

        assertThatThrownBy(this::read)
                .isInstanceOf(ModelException.class)
                .hasMessage(folder.resolve("tokenizer_config.json") + ": bos_token is \"<s>\", which is no token of "
                        + folder.resolve("tokenizer.json") + "; take both files from the same revision of the model");
    }

    private SpecialTokenFiles read() {
        return SpecialTokenFiles.read(folder, TokenizerJson.read(folder.resolve("tokenizer.json")));
    }
}
