package dev.touchstone.model;

import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Opens the tokenizer of a Hugging Face folder. Implement this and name the class in
 * {@code META-INF/services/dev.touchstone.model.TokenizerProvider}. Implementations have no state.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface TokenizerProvider {

    /** Whether this provider reads the tokenizer files in {@code folder}; looks at file names only. */
    boolean supports(Path folder);

    /**
     * Opens the tokenizer.
     *
     * @param folder a folder that {@link #supports} accepted
     * @throws ModelException if the files are broken; the message names the file and the remedy
     */
    Tokenizer open(Path folder);
}
