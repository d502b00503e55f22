package dev.touchstone.reference.generate;

import dev.touchstone.model.GenerateRequest;
import dev.touchstone.model.GenerateResponse;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.model.Sampling;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.reference.gguf.GgufCheckpoint;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.testing.TinyModels;
import dev.touchstone.reference.tokenizer.GgufTokenizers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A tiny random model (context 128, 300 tokens) with its tokenizer, and what a generator makes of it. */
final class TinyGenerator implements AutoCloseable {

    private final Llama llama;
    private final Tokenizer tokenizer;
    private final Generator generator;

    TinyGenerator(Path folder) {
        this(folder, 2, Simd.AUTO);
    }

    TinyGenerator(Path folder, int threads, Simd simd) {
        GgufCheckpoint checkpoint = GgufCheckpoint.open(TinyModels.gguf(folder.resolve("tiny.gguf"), 1));
        tokenizer = GgufTokenizers.from(checkpoint.file().metadata(), "tiny.gguf");
        llama = Llama.load(checkpoint, new ModelOptions(threads, simd));
        generator = new Generator(llama.newTree(), tokenizer);
    }

    static GenerateRequest greedy(String context, int maxTokens, String... until) {
        return new GenerateRequest(context, List.of(until), maxTokens, Sampling.greedy());
    }

    GenerateResponse answer(GenerateRequest request) {
        return answer(List.of(request)).get(0);
    }

    List<GenerateResponse> answer(List<GenerateRequest> requests) {
        List<GenerateResponse> responses = new ArrayList<>();
        generator.generate(requests, (index, response) -> responses.add(response));
        return responses;
    }

    /** A session that shares nothing with the generator. */
    LlamaSession newSession() {
        return llama.newSession();
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public void close() {
        llama.close();
    }
}
