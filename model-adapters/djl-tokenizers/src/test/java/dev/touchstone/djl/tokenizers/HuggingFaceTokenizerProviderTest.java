package dev.touchstone.djl.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.model.TokenizerProvider;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceTokenizerProviderTest {

    private static final int BOS = 256 + TokenizerFolder.MERGES.size();
    private static final int EOS = BOS + 1;

    @TempDir
    Path folder;

    @Test
    void isFoundByServiceLoaderAndSupportsAFolderWithATokenizerJson() throws IOException {
        TokenizerProvider provider =
                ServiceLoader.load(TokenizerProvider.class).findFirst().orElseThrow();

        assertThat(provider).isInstanceOf(HuggingFaceTokenizerProvider.class);
        assertThat(provider.supports(folder)).isFalse();
        new TokenizerFolder(folder).write();
        assertThat(provider.supports(folder)).isTrue();
    }

    @Test
    void neverTruncatesWhateverTheFilesSay() throws IOException {
        TokenizerFolder files = new TokenizerFolder(folder);
        files.json()
                .putObject("truncation")
                .put("direction", "Right")
                .put("max_length", 8)
                .put("strategy", "LongestFirst")
                .put("stride", 0);
        files.write().write("tokenizer_config.json", "{\"model_max_length\": 8}");

        assertThat(open().encode("x".repeat(5000), false)).hasSize(5000);
        assertThat(open().encode("x".repeat(5000), true)).hasSize(5000);
    }

    @Test
    void neverPadsWhateverTheFilesSay() throws IOException {
        TokenizerFolder files = new TokenizerFolder(folder);
        files.json()
                .putObject("padding")
                .put("direction", "Right")
                .put("pad_to_multiple_of", 16)
                .put("pad_id", 0)
                .put("pad_type_id", 0)
                .put("pad_token", "!")
                .putObject("strategy")
                .put("Fixed", 16);
        files.write();

        assertThat(open().encode("xyz", true)).hasSize(3);
        assertThat(open().encode("", true)).isEmpty();
    }

    @Test
    void addsSpecialsOnlyWhenAsked() throws IOException {
        new TokenizerFolder(folder).addingBos().write();

        assertThat(open().encode("x", false)).containsExactly('x');
        assertThat(open().encode("x", true)).containsExactly(BOS, 'x');
    }

    @Test
    void recognizesSpecialTokensInTheTextAndDecodesThem() throws IOException {
        new TokenizerFolder(folder).write();
        Tokenizer tokenizer = open();

        assertThat(tokenizer.encode("x<|eos|>", false)).containsExactly('x', EOS);
        assertThat(tokenizer.decode(new int[] {BOS, 'x', EOS}))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<|bos|>x<|eos|>");
        assertThat(tokenizer.vocabularySize()).isEqualTo(EOS + 1);
    }

    /** As {@code skip_special_tokens=True} of transformers leaves them out, whether or not a file names them as BOS or EOS. */
    @Test
    void specialTokensAreControlMarksAndOtherAddedTokensAreNot() throws IOException {
        TokenizerFolder files = new TokenizerFolder(folder);
        int word = EOS + 1;
        files.json()
                .withArray("added_tokens")
                .addObject()
                .put("id", word)
                .put("content", "touchstone")
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", false);
        files.write();
        Tokenizer tokenizer = open();

        assertThat(tokenizer.encode("touchstone", false)).containsExactly(word);
        assertThat(tokenizer.isControl(word)).isFalse();
        assertThat(tokenizer.isControl('x')).isFalse();
        assertThat(tokenizer.isControl(BOS)).isTrue();
        assertThat(tokenizer.isControl(EOS)).isTrue();
    }

    @Test
    void decodesACharacterThatIsCutInTwoToItsBytes() throws IOException {
        new TokenizerFolder(folder).write();
        Tokenizer tokenizer = open();

        // Merged from the first two of the three bytes of U+4E00.
        assertThat(tokenizer.decode(new int[] {256 + TokenizerFolder.MERGES.indexOf("\u00e4 \u00b8")}))
                .containsExactly(0xE4, 0xB8);
    }

    @Test
    void decodesWithoutCleaningUpSpaces() throws IOException {
        new TokenizerFolder(folder).write().write("tokenizer_config.json", "{\"clean_up_tokenization_spaces\": true}");
        Tokenizer tokenizer = open();

        assertThat(tokenizer.decode(tokenizer.encode(" it 's . ok ?", false)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(" it 's . ok ?");
    }

    @Test
    void refusesToDecodeATokenThatIsNotInTheVocabulary() throws IOException {
        new TokenizerFolder(folder).write();

        assertThatThrownBy(() -> open().decode(new int[] {EOS + 1}))
                .isInstanceOf(ModelException.class)
                .hasMessage("token " + (EOS + 1) + " can't be decoded: the vocabulary has tokens 0 to " + EOS
                        + "; use the tokenizer that made the tokens");
    }

    @Test
    void namesTheBrokenFile() throws IOException {
        TokenizerFolder files = new TokenizerFolder(folder).write("tokenizer.json", "{");
        assertThatThrownBy(this::open)
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(folder.resolve("tokenizer.json") + " is not readable JSON: ")
                .hasMessageEndingWith("; download the file again");

        files.json()
                .putObject("model")
                .put("type", "NoSuchModel")
                .putObject("vocab")
                .put("a", 0);
        files.write();
        assertThatThrownBy(this::open)
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(
                        folder.resolve("tokenizer.json") + " can't be opened by Hugging Face's tokenizers library: ")
                .hasMessageEndingWith("; download the file again, or write it again with save_pretrained");
    }

    @Test
    void opensNoConnectionAndLeavesDjlsOfflineModeAsItWas() throws IOException {
        new TokenizerFolder(folder).write();
        List<URI> asked = new ArrayList<>();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        });
        try {
            open();
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked).isEmpty();
        assertThat(System.getProperty("ai.djl.offline")).isNull();
    }

    private Tokenizer open() {
        return new HuggingFaceTokenizerProvider().open(folder);
    }
}
