package dev.touchstone.djl.tokenizers;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.model.TokenizerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Opens {@code tokenizer.json} with Hugging Face's tokenizers library. Truncation and padding are off, also where {@code tokenizer.json} or
 * {@code tokenizer_config.json} asks for them. The native library comes from DJL's jar (unpacked to DJL's cache folder at first use);
 * nothing is downloaded, and no other DJL engine is needed.
 *
 * <p>Specials are added as the post-processor in {@code tokenizer.json} says; {@code add_bos_token} in {@code tokenizer_config.json} is not
 * looked at.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class HuggingFaceTokenizerProvider implements TokenizerProvider {

    private static final String FILE = "tokenizer.json";

    /** Called by ServiceLoader. */
    public HuggingFaceTokenizerProvider() {}

    @Override
    public boolean supports(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    @Override
    public Tokenizer open(Path folder) {
        TokenizerJson json = TokenizerJson.read(folder.resolve(FILE));
        SpecialTokenFiles specials = SpecialTokenFiles.read(folder, json);
        return new DjlTokenizer(open(folder, json), json, specials.bos(), specials.eos());
    }

    private static HuggingFaceTokenizer open(Path folder, TokenizerJson json) {
        try {
            return OfflineDjl.call(() -> HuggingFaceTokenizer.builder()
                    .optTokenizerPath(json.file())
                    .optTruncation(false)
                    .optPadding(false)
                    .optAddSpecialTokens(false)
                    .build());
        } catch (IOException | RuntimeException e) {
            throw new ModelException(
                    folder.resolve(FILE) + " can't be opened by Hugging Face's tokenizers library: " + e.getMessage()
                            + "; download the file again, or write it again with save_pretrained",
                    e);
        }
    }
}
