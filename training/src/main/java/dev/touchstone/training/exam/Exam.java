package dev.touchstone.training.exam;

import dev.touchstone.training.Learner;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Cursor;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.DocumentEncoder;
import dev.touchstone.training.data.DocumentStream;
import dev.touchstone.training.data.Packing;
import dev.touchstone.training.data.PackingPlan;
import dev.touchstone.training.model.Batch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Asks a model questions: its answer is the most probable choice. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Exam {

    private final DocumentEncoder encoder;
    private final PackingPlan plan;

    /**
     * What came out.
     *
     * @param title of the sheet
     * @param right questions that were answered right
     * @param asked all questions
     * @param chance share that guessing answers right
     */
    public record Result(String title, int right, int asked, double chance) {}

    /** An exam whose questions are laid out like the documents of training. */
    public Exam(DocumentEncoder encoder, PackingPlan plan) {
        this.encoder = encoder;
        this.plan = plan;
    }

    /** Asks all questions of a sheet. */
    public Result ask(ExamSheet sheet, Learner learner) {
        double[] losses = losses(documents(sheet), learner);
        int right = 0;
        int first = 0;
        double chance = 0;
        for (Question question : sheet.questions()) {
            int choices = question.choices().size();
            right += first + question.gold() == smallest(losses, first, choices) ? 1 : 0;
            chance += 1.0 / choices;
            first += choices;
        }
        int asked = sheet.questions().size();
        return new Result(sheet.title(), right, asked, chance / asked);
    }

    /** One document for each choice; its part is its number. */
    private static List<Document> documents(ExamSheet sheet) {
        List<Document> documents = new ArrayList<>();
        for (Question question : sheet.questions()) {
            for (String choice : question.choices()) {
                documents.add(Document.answer(String.valueOf(documents.size()), question.context(), choice));
            }
        }
        return documents;
    }

    /** The loss of each document's choice, summed over its tokens. */
    private double[] losses(List<Document> documents, Learner learner) {
        double[] losses = new double[documents.size()];
        DocumentStream stream = new DocumentStream(endless(documents), encoder, 0);
        Packing packing = new Packing(stream, rowsFor(documents), Cursor.START);
        BitSet seen = new BitSet();
        while (seen.cardinality() < losses.length) {
            Batch batch = packing.next().batch();
            float[] scored = learner.losses(batch);
            for (int i = 0; i < scored.length; i++) {
                int number = Integer.parseInt(batch.parts()[i]);
                if (number < losses.length) {
                    seen.set(number);
                    losses[number] += scored[i];
                }
            }
        }
        return losses;
    }

    /** Rows of one length that all documents fit into: a few longer ones would wait forever until they fill a batch of their own. */
    private PackingPlan rowsFor(List<Document> documents) {
        int longest = documents.stream()
                .mapToInt(document -> encoder.encode(document).positions())
                .max()
                .orElse(0);
        int row = plan.rows().stream()
                .filter(length -> length >= longest)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a question with its choice has " + longest
                        + " positions, more than the longest row of " + plan.rows()
                        + "; take longer rows, or ask shorter questions"));
        return new PackingPlan(plan.positions(), List.of(row));
    }

    /** Batches are filled up with a document that no question asks about. */
    private static Corpus endless(List<Document> documents) {
        Document filling = Document.answer(String.valueOf(documents.size()), "0", "0");
        return new Corpus() {
            @Override
            public Document next(Random random) {
                return filling;
            }

            @Override
            public Document next(long number, Random random) {
                return number < documents.size() ? documents.get((int) number) : filling;
            }
        };
    }

    private static int smallest(double[] losses, int first, int count) {
        int smallest = first;
        for (int i = first; i < first + count; i++) {
            smallest = losses[i] < losses[smallest] ? i : smallest;
        }
        return smallest;
    }
}
