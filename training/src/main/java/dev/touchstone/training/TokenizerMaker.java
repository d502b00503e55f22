package dev.touchstone.training;

import dev.touchstone.djl.tokenizers.HuggingFaceTokenizerProvider;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.tokenizer.BpeTrainer;
import dev.touchstone.training.tokenizer.TokenizerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The tokenizer of a corpus: the one that is there, else one that is learned from documents of the corpus. */
final class TokenizerMaker {

    /** Five times as many changed few tokens in a corpus of generated lessons. */
    private static final int DOCUMENTS = 50_000;
    /** Six Chinese characters, or an English word of 17 letters with its space. */
    private static final int LONGEST = 18;

    private TokenizerMaker() {}

    static Tokenizer openOrMake(Corpus corpus, int vocabulary, int context, Path folder) throws IOException {
        HuggingFaceTokenizerProvider provider = new HuggingFaceTokenizerProvider();
        if (!Files.exists(folder.resolve("tokenizer.json"))) {
            BpeTrainer trainer = new BpeTrainer(vocabulary, LONGEST);
            // Not the seed of the documents to learn from, so that the vocabulary is the same for all of them.
            Random random = new Random(0);
            for (int i = 0; i < DOCUMENTS; i++) {
                trainer.add(corpus.next(random).text());
            }
            TokenizerFiles.write(trainer.train(), context, folder);
        }
        return provider.open(folder);
    }
}
