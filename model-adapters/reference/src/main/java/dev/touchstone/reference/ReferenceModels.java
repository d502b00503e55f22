package dev.touchstone.reference;

import dev.touchstone.model.ChatFormat;
import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.llama.CalibrationText;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tokenizer.TextEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes a model of an opened checkpoint and its tokenizer. */
final class ReferenceModels {

    private ReferenceModels() {}

    /**
     * Loads the weights.
     *
     * @param name as the user named the model
     * @param checkpoint closed with the model, or if this throws
     * @param source the tokenizer and what it is called in reports
     */
    static LanguageModel open(String name, Checkpoint checkpoint, TokenizerSource source, ModelOptions options) {
        try {
            requireSameVocabulary(name, source.tokenizer(), checkpoint.config());
            Llama llama = Llama.load(checkpoint, options, calibration(checkpoint, source.tokenizer(), options));
            return new ReferenceModel(
                    describe(name, llama, source.label(), options), llama, source.tokenizer(), source.chatFormat());
        } catch (RuntimeException | Error e) {
            checkpoint.close();
            throw e;
        }
    }

    private static CalibrationText calibration(Checkpoint checkpoint, Tokenizer tokenizer, ModelOptions options) {
        TextEncoder texts = new TextEncoder(tokenizer);
        return CalibrationText.of(
                options.calibration().stream().map(texts::encode).toList(),
                checkpoint.config().contextLength());
    }

    /** A model may have more rows than its tokenizer has tokens (padding), never fewer. */
    private static void requireSameVocabulary(String name, Tokenizer tokenizer, LlamaConfig config) {
        if (tokenizer.vocabularySize() > config.vocabulary()) {
            throw new ModelException("the tokenizer of " + name + " has " + tokenizer.vocabularySize()
                    + " tokens, but the model knows only " + config.vocabulary()
                    + "; weights and tokenizer are not of the same model");
        }
    }

    private static ModelDescription describe(String name, Llama llama, String tokenizer, ModelOptions options) {
        return new ModelDescription(
                name,
                llama.fingerprint(),
                "llama",
                llama.parameters(),
                llama.config().contextLength(),
                options.precision(),
                llama.kernelName(),
                llama.weightBytes(),
                details(llama, tokenizer, options));
    }

    /** Of a model with random weights beside another one. */
    static ModelDescription describeUntrained(ModelDescription trained, Llama llama) {
        return new ModelDescription(
                trained.name() + " (untrained)",
                llama.fingerprint(),
                trained.architecture(),
                llama.parameters(),
                trained.contextLength(),
                trained.precision(),
                trained.kernel(),
                llama.weightBytes(),
                trained.details());
    }

    private static Map<String, String> details(Llama llama, String tokenizer, ModelOptions options) {
        LlamaConfig config = llama.config();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("tokenizer", tokenizer);
        details.put("layers", Integer.toString(config.layers()));
        details.put("width", Integer.toString(config.width()));
        details.put(
                "heads", config.heads() + " (" + config.keyValueHeads() + " key-value) of size " + config.headSize());
        details.put("feed-forward", Integer.toString(config.feedForward()));
        if (config.experts().areThere()) {
            details.put(
                    "experts",
                    config.experts().count() + ", of which a token takes "
                            + config.experts().used());
        }
        details.put("vocabulary", Integer.toString(config.vocabulary()));
        details.put("stored types", llama.storedTypes());
        llama.calibration().ifPresent(text -> details.put("calibration", text));
        details.put("threads", Integer.toString(options.threads()));
        return Collections.unmodifiableMap(details);
    }

    /**
     * A tokenizer.
     *
     * @param label what it is called in reports, such as {@code gpt2 (smollm)}
     * @param chatTemplate the chat template that comes with it
     */
    record TokenizerSource(Tokenizer tokenizer, String label, Optional<String> chatTemplate) {

        Optional<ChatFormat> chatFormat() {
            return chatTemplate.map(template -> ChatFormats.of(template, tokenizer));
        }
    }
}
