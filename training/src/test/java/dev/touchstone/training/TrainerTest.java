package dev.touchstone.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.djl.tokenizers.HuggingFaceTokenizerProvider;
import dev.touchstone.training.TrainingPlan.Intervals;
import dev.touchstone.training.data.DocumentEncoder;
import dev.touchstone.training.data.DocumentStream;
import dev.touchstone.training.data.PackingPlan;
import dev.touchstone.training.model.Group;
import dev.touchstone.training.model.Initialisation;
import dev.touchstone.training.model.ModelShape;
import dev.touchstone.training.model.Weights;
import dev.touchstone.training.tokenizer.BytePairs;
import dev.touchstone.training.tokenizer.TokenizerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    private static final ModelShape SHAPE = new ModelShape(257, 32, 2, 4, 2, 48, 128, 10_000, 1e-5);

    @TempDir
    Path folder;

    private final List<TrainingListener.Report> reports = new ArrayList<>();
    private DocumentStream documents;

    @BeforeEach
    void openTokenizer() throws IOException {
        TokenizerFiles.write(new BytePairs(List.of()), 128, folder);
        DocumentEncoder encoder = new DocumentEncoder(new HuggingFaceTokenizerProvider().open(folder));
        documents = new DocumentStream(new ExampleCorpus(), encoder, 1);
    }

    @Test
    void theLossFalls() throws Exception {
        new Trainer(plan("a", 40_000), documents, reports::add).run();

        assertThat(reports).hasSizeGreaterThan(10);
        assertThat(reports.get(0).loss()).isGreaterThan(3);
        assertThat(reports.get(reports.size() - 1).loss()).isLessThan(1.5);
        assertThat(reports.get(0).lossOfPart()).containsOnlyKeys("days", "sums");
    }

    @Test
    void interruptedTrainingGivesTheSameWeights() throws Exception {
        Weights uninterrupted = new Trainer(plan("a", 10_000), documents, reports::add).run();

        Trainer[] first = new Trainer[1];
        first[0] = new Trainer(plan("b", 10_000), documents, report -> first[0].stop());
        first[0].run();
        assertThat(Checkpoint.read(folder.resolve("b")).progress().step()).isEqualTo(3);
        Weights resumed = new Trainer(plan("b", 10_000), documents, reports::add).run();

        for (Group group : Group.values()) {
            assertThat(Arrays.equals(resumed.of(group), uninterrupted.of(group)))
                    .as("%s", group)
                    .isTrue();
        }
    }

    @Test
    void evaluationSeesTheWeightsOfItsStep() throws Exception {
        List<Long> steps = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void report(Report report) {}

            @Override
            public void evaluate(Progress progress, java.util.function.Supplier<Weights> weights) {
                assertThat(weights.get().of(Group.EMBEDDING)).doesNotContain(Float.NaN);
                steps.add(progress.step());
            }
        };
        new Trainer(plan("a", 6_000), documents, listener).run();

        assertThat(steps).startsWith(5L).hasSizeGreaterThan(1);
    }

    private TrainingPlan plan(String name, long tokens) {
        return new TrainingPlan(
                SHAPE,
                Initialisation.plain(1),
                new PackingPlan(512, List.of(128)),
                new LearningRate(0.02, 0.01, 0.01, 0.1, 0.3),
                new Budget(tokens, 1e9),
                new Intervals(3, 5, 1e9, folder.resolve(name)),
                1);
    }
}
