package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.training.data.EncodedDocument;
import dev.touchstone.training.data.RowsOfDocuments;
import dev.touchstone.training.model.Batch;
import dev.touchstone.training.model.Group;
import dev.touchstone.training.model.Initialisation;
import dev.touchstone.training.model.ModelShape;
import dev.touchstone.training.model.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {

    private static final LearningRate RATE = new LearningRate(0.02, 0.01, 0, 0, 0);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUntrainedModelFindsAllTokensAboutEquallyProbable(boolean isForBinding) {
        Initialisation start = isForBinding ? Initialisation.binding(1) : Initialisation.plain(1);
        try (Learner learner = new Learner(Weights.initial(SmallModel.SHAPE, start), 1)) {
            Batch batch = RowsOfDocuments.batch(List.of(SmallModel.document(64, 1)), 1, 64);

            float[] losses = learner.learn(batch, RATE, 0, 1);

            double uniform = Math.log(SmallModel.SHAPE.vocabulary());
            assertThat(mean(losses)).isCloseTo(uniform, within(0.02 * uniform));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void soDoesAnUntrainedModelOfTheBuiltInShape(boolean isForBinding) {
        Initialisation start = isForBinding ? Initialisation.binding(1) : Initialisation.plain(1);
        ModelShape shape = ModelShape.builtIn(4096);
        int[] tokens = new Random(1).ints(256, 0, shape.vocabulary()).toArray();
        try (Learner learner = new Learner(Weights.initial(shape, start), 1)) {
            double uniform = Math.log(shape.vocabulary());

            assertThat(loss(learner.logits(SmallModel.row(tokens)), tokens)).isCloseTo(uniform, within(0.02 * uniform));
        }
    }

    /** Mean of -ln P(token | those before). */
    private static double loss(float[] logits, int[] tokens) {
        int vocabulary = logits.length / tokens.length;
        double sum = 0;
        for (int i = 1; i < tokens.length; i++) {
            int row = (i - 1) * vocabulary;
            double exponentials = 0;
            for (int token = 0; token < vocabulary; token++) {
                exponentials += Math.exp(logits[row + token]);
            }
            sum += Math.log(exponentials) - logits[row + tokens[i]];
        }
        return sum / (tokens.length - 1);
    }

    @Test
    void theLossFallsUntilAFewDocumentsAreMemorised() {
        List<EncodedDocument> documents =
                IntStream.range(0, 8).mapToObj(i -> SmallModel.document(12, i)).toList();
        Batch batch = RowsOfDocuments.batch(documents, 2, 64);
        try (Learner learner = new Learner(Weights.initial(SmallModel.SHAPE, Initialisation.plain(1)), 1)) {
            double first = mean(learner.learn(batch, RATE, 1, 1));
            double before = first;
            for (int step = 2; step <= 150; step++) {
                double loss = mean(learner.learn(batch, RATE, 1, step));
                if (step % 30 == 0) {
                    assertThat(loss).as("loss in step " + step).isLessThan(before);
                    before = loss;
                }
            }
            assertThat(first).isGreaterThan(5);
            // The first token of a document is given, so all others can be known.
            assertThat(before).isLessThan(0.05);
            assertThat(shareOfRightPredictions(learner, documents)).isEqualTo(1);
        }
    }

    /** How often the most probable token is the next one of the document. */
    private static double shareOfRightPredictions(Learner learner, List<EncodedDocument> documents) {
        int vocabulary = SmallModel.SHAPE.vocabulary();
        int right = 0;
        int all = 0;
        for (EncodedDocument document : documents) {
            float[] logits = learner.logits(RowsOfDocuments.batch(List.of(document), 1, 64));
            for (int i = 1; i < document.tokens().length; i++) {
                int row = (i - 1) * vocabulary;
                right += strongestFrom(logits, row, vocabulary) == document.tokens()[i] ? 1 : 0;
                all++;
            }
        }
        return (double) right / all;
    }

    private static int strongestFrom(float[] values, int from, int count) {
        int strongest = 0;
        for (int i = 1; i < count; i++) {
            strongest = values[from + i] > values[from + strongest] ? i : strongest;
        }
        return strongest;
    }

    @Test
    void aDocumentDoesNotDependOnItsNeighbours() {
        EncodedDocument document = SmallModel.document(20, 1);
        try (Learner learner = new Learner(SmallModel.weights(), 1)) {
            float[] alone = learner.logits(RowsOfDocuments.batch(List.of(document), 1, 32));
            float[] between = learner.logits(RowsOfDocuments.batch(
                    List.of(SmallModel.document(15, 2), document, SmallModel.document(18, 3)), 1, 64));

            int vocabulary = SmallModel.SHAPE.vocabulary();
            for (int i = 0; i < alone.length; i++) {
                assertThat(between[14 * vocabulary + i]).isCloseTo(alone[i], within(1e-5f));
            }
        }
    }

    @Test
    void aPredictionOfWeightTwoCountsTwice() {
        EncodedDocument once = SmallModel.document(2, 1);
        EncodedDocument twice = new EncodedDocument("random", once.tokens(), new float[] {0, 2});
        EncodedDocument other = SmallModel.document(2, 2);
        Weights weighted = afterOneStep(List.of(twice, other));
        Weights repeated = afterOneStep(List.of(once, once, other));

        assertThat(weighted.of(Group.EMBEDDING)).containsExactly(repeated.of(Group.EMBEDDING), within(1e-6f));
    }

    private static Weights afterOneStep(List<EncodedDocument> documents) {
        try (Learner learner = new Learner(SmallModel.weights(), 1)) {
            learner.learn(RowsOfDocuments.batch(documents, 1, 16), RATE, 0.01, 1);
            return learner.weights();
        }
    }

    /** Central differences of the loss in single weights; fp32 leaves about three digits. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void gradientsAreThoseOfTheLoss(int ordinal) {
        Group group = Group.values()[ordinal];
        Batch batch = RowsOfDocuments.batch(List.of(SmallModel.document(30, 1)), 1, 64);
        float[] gradient = gradient(group, batch);
        int strongest = strongest(gradient);
        float step = 1e-2f;
        double difference =
                (lossWith(group, strongest, step, batch) - lossWith(group, strongest, -step, batch)) / (2 * step);

        assertThat(gradient[strongest]).isCloseTo((float) difference, within((float) Math.abs(0.02 * difference)));
    }

    private static float[] gradient(Group group, Batch batch) {
        try (Learner learner = new Learner(SmallModel.weights(), 1)) {
            learner.learn(batch, RATE, 0, 1);
            return learner.gradient(group);
        }
    }

    /** What the backward pass reads must not be freed before, however often memory is collected. */
    @Test
    void collectingGarbageChangesNoGradient() {
        Batch batch = RowsOfDocuments.batch(
                IntStream.range(0, 8).mapToObj(i -> SmallModel.document(60, i)).toList(), 8, 64);
        Thread garbage = new Thread(LearnerTest::makeGarbage);
        float[] expected = gradient(Group.EMBEDDING, batch);
        garbage.start();
        try {
            for (int i = 0; i < 50; i++) {
                assertThat(Arrays.equals(gradient(Group.EMBEDDING, batch), expected))
                        .as("the same in repetition " + i)
                        .isTrue();
            }
        } finally {
            garbage.interrupt();
        }
    }

    private static void makeGarbage() {
        while (!Thread.interrupted()) {
            byte[][] blocks = new byte[100][];
            Arrays.setAll(blocks, i -> new byte[100_000]);
        }
    }

    private static int strongest(float[] gradient) {
        int strongest = 0;
        for (int i = 0; i < gradient.length; i++) {
            strongest = Math.abs(gradient[i]) > Math.abs(gradient[strongest]) ? i : strongest;
        }
        return strongest;
    }

    private static double lossWith(Group group, int index, float change, Batch batch) {
        Weights weights = SmallModel.weights();
        weights.of(group)[index] += change;
        try (Learner learner = new Learner(weights, 1)) {
            return mean(learner.learn(batch, RATE, 0, 1));
        }
    }

    @Test
    void nothingStaysInMemoryAfterAStep() {
        Batch batch = RowsOfDocuments.batch(List.of(SmallModel.document(30, 1)), 1, 64);
        try (Learner learner = new Learner(SmallModel.weights(), 1)) {
            learner.learn(batch, RATE, 1, 1);
            int before = learner.arraysInMemory();
            for (int step = 2; step < 20; step++) {
                learner.learn(batch, RATE, 1, step);
            }
            assertThat(learner.arraysInMemory()).isEqualTo(before);
        }
    }

    private static double mean(float[] losses) {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum / losses.length;
    }
}
