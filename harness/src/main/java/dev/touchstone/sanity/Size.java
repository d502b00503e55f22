package dev.touchstone.sanity;

import dev.touchstone.model.DecoderCounts;
import dev.touchstone.model.DecoderShape;
import dev.touchstone.model.InspectableModel;
import dev.touchstone.suites.Suite.Subject;
import java.util.List;

/** A size that is counted in the loaded model and equals what the configuration says in closed form. */
final class Size implements Inspection {

    private final Subject subject;
    private final String statement;
    private final Counting counting;

    private Size(String id, String title, String statement, Counting counting) {
        this.subject = Subjects.subject(id, title, Subjects.SIZE);
        this.statement = statement;
        this.counting = counting;
    }

    static List<Size> all() {
        return List.of(
                new Size(
                        "parameters",
                        "Parameters",
                        "The weights that were loaded are as many as the configuration asks for, tied ones counted once.",
                        Size::parameters),
                new Size(
                        "flops",
                        "Operations per token",
                        "A token at the end of the context costs 2 operations for each weight it is multiplied with and 4 L H D for each"
                                + " position it sees.",
                        Size::flops),
                new Size(
                        "inference-memory",
                        "Memory for inference",
                        "Weights and a full key-value cache take 4 bytes (fp32) for each parameter and for each of 2 L G D cached numbers a"
                                + " token.",
                        Size::inferenceMemory),
                new Size(
                        "training-memory",
                        "Memory for training with Adam",
                        "Weights, gradients and Adam's two moments in fp32 take 16 bytes a parameter.",
                        Size::trainingMemory));
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public String statement() {
        return statement;
    }

    @Override
    public Finding inspect(InspectableModel model) {
        Sizes sizes = counting.count(model.counts(), model.shape());
        boolean holds = sizes.counted == sizes.formula;
        String comparison = holds
                ? " counted, as by the formula"
                : " counted, but " + Figures.count(sizes.formula) + " by the formula";
        return Finding.of(
                holds,
                Figures.count(sizes.counted) + " " + sizes.unit + comparison + sizes.details,
                Figures.numbers("counted", sizes.counted, "formula", sizes.formula));
    }

    private static Sizes parameters(DecoderCounts counts, DecoderShape shape) {
        String tied = shape.tiedEmbeddings() ? "; embeddings are tied" : "";
        return new Sizes(counts.parameters(), DecoderFormulas.parameters(shape), "parameters", tied);
    }

    private static Sizes flops(DecoderCounts counts, DecoderShape shape) {
        long context = shape.contextLength();
        return new Sizes(
                DecoderFormulas.flops(counts, shape, context),
                DecoderFormulas.flops(shape, context),
                "operations forward",
                "; context " + Figures.count(context) + ", " + Figures.count(2 * counts.multipliedWeights())
                        + " of them without attention");
    }

    private static Sizes inferenceMemory(DecoderCounts counts, DecoderShape shape) {
        long context = shape.contextLength();
        long weights = DecoderFormulas.BYTES * counts.parameters();
        long total = DecoderFormulas.inferenceBytes(counts.parameters(), counts.cachedNumbers(), context);
        return new Sizes(
                total,
                DecoderFormulas.inferenceBytes(
                        DecoderFormulas.parameters(shape), DecoderFormulas.cachedNumbers(shape), context),
                "bytes",
                "; " + Figures.mebibytes(total) + ": weights " + Figures.mebibytes(weights) + ", cache "
                        + Figures.mebibytes(total - weights) + " for " + Figures.count(context) + " tokens");
    }

    private static Sizes trainingMemory(DecoderCounts counts, DecoderShape shape) {
        long total = DecoderFormulas.ADAM_BYTES * counts.parameters();
        return new Sizes(
                total,
                DecoderFormulas.ADAM_BYTES * DecoderFormulas.parameters(shape),
                "bytes",
                "; " + Figures.mebibytes(total) + " without activations");
    }

    private interface Counting {
        Sizes count(DecoderCounts counts, DecoderShape shape);
    }

    /** A size as counted and by the formula. */
    private record Sizes(long counted, long formula, String unit, String details) {}
}
