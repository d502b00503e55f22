package dev.touchstone.training;

import dev.touchstone.model.Tokenizer;
import dev.touchstone.training.TrainingPlan.Intervals;
import dev.touchstone.training.corpus.LessonCorpus;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.DocumentEncoder;
import dev.touchstone.training.data.DocumentStream;
import dev.touchstone.training.data.PackingPlan;
import dev.touchstone.training.exam.Exam;
import dev.touchstone.training.exam.ExamSheet;
import dev.touchstone.training.export.StoredType;
import dev.touchstone.training.model.Initialisation;
import dev.touchstone.training.model.ModelShape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the built-in model; see README.md of this module. */
@API(status = Status.INTERNAL, since = "0.1")
@Command(name = "train", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class Main implements Callable<Integer> {

    /** Longer than a step and the writing of a checkpoint take. */
    private static final long SECONDS_TO_END = 60;

    /** Enough to see learning, in a second or two. */
    private static final int EXAM_ITEMS = 200;

    @Option(names = "--out", required = true, description = "folder of the model")
    private Path out;

    @Option(
            names = "--checkpoint",
            required = true,
            description = "folder of the checkpoint; goes on from one that is there")
    private Path checkpoint;

    @Option(names = "--minutes", description = "longest time of computing", defaultValue = "175")
    private double minutes;

    @Option(names = "--tokens", description = "most tokens to learn from", defaultValue = "21000000")
    private long tokens;

    @Option(names = "--seed", description = "of weights and documents", defaultValue = "1")
    private long seed;

    @Option(names = "--threads", description = "of PyTorch", defaultValue = "2")
    private int threads;

    @Option(
            names = "--vocabulary",
            description = "most tokens of the tokenizer, if there is none yet",
            defaultValue = "4096")
    private int vocabulary;

    @Option(names = "--positions", description = "of a step", defaultValue = "4096")
    private int positions;

    @Option(
            names = "--rows",
            description = "lengths of rows, ascending",
            split = ",",
            defaultValue = "128,256,512,1024")
    private List<Integer> rows;

    @Option(names = "--matrix-rate", description = "learning rate of Muon", defaultValue = "0.01")
    private double matrixRate;

    @Option(names = "--rate", description = "learning rate of AdamW", defaultValue = "0.0015")
    private double otherRate;

    @Option(names = "--weight-decay", description = "for each unit of learning rate", defaultValue = "0.1")
    private double weightDecay;

    @Option(names = "--fall", description = "share of the training in which the rate falls to 0", defaultValue = "0.8")
    private double fall;

    @Option(names = "--embedding-deviation", description = "of the first embeddings", defaultValue = "0.3")
    private double embeddingDeviation;

    @Option(names = "--final-gain", description = "first gain of the last norm", defaultValue = "0.1")
    private double finalGain;

    @Option(names = "--type", description = "${COMPLETION-CANDIDATES}", defaultValue = "F16")
    private StoredType type;

    private final ProgressLog log;

    private Main(ProgressLog log) {
        this.log = log;
    }

    /** Called by the JVM. */
    public static void main(String[] arguments) {
        // The one program of the project that talks on standard output.
        ProgressLog log = new ProgressLog(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        int status = new CommandLine(new Main(log)).execute(arguments);
        System.exit(status);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Corpus corpus = new LessonCorpus();
        ModelShape largest = ModelShape.builtIn(vocabulary);
        Tokenizer tokenizer = TokenizerMaker.openOrMake(corpus, vocabulary, largest.context(), out);
        ModelShape shape = ModelShape.builtIn(tokenizer.vocabularySize());
        log.line(shape + ", " + shape.parameters() + " parameters");
        DocumentEncoder encoder = new DocumentEncoder(tokenizer);
        TrainingPlan plan = plan(shape);
        List<ExamSheet> sheets = List.of(ExamSheet.items(EXAM_ITEMS), ExamSheet.heldBack());
        ExportedModel model = new ExportedModel(log, out, type, new Exam(encoder, plan.packing()), sheets);
        train(new Trainer(plan, new DocumentStream(corpus, encoder, seed), model));
        return 0;
    }

    private TrainingPlan plan(ModelShape shape) {
        return new TrainingPlan(
                shape,
                new Initialisation(seed, embeddingDeviation, finalGain, 0),
                new PackingPlan(positions, rows),
                new LearningRate(matrixRate, otherRate, weightDecay, 0.01, fall),
                new Budget(tokens, minutes * 60),
                new Intervals(20, 500, 120, checkpoint),
                threads);
    }

    /** When the process is asked to end, the step that runs is finished, and a checkpoint and the model of the moment are written. */
    private static void train(Trainer trainer) throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread onEnd = new Thread(() -> {
            trainer.stop();
            awaitEnd(ended);
        });
        Runtime.getRuntime().addShutdownHook(onEnd);
        try {
            trainer.run();
        } finally {
            ended.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
