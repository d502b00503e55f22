package dev.touchstone.suites.mini.sums;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One subject: items and shots are drawn first, with a fixed seed; lessons are all other problems, and single calculations. */
final class SumsSubject implements MiniSubject {

    /** Any number would do; changing it changes all items. */
    private static final long SEED = 20261102;

    /** One lesson in this many has calculations only: the steps of a problem are harder to learn than its course. */
    private static final int CALCULATIONS_EVERY = 4;

    /** Calculations in one lesson: about as long as a problem. */
    private static final int CALCULATIONS = 8;

    private final String subject;
    private final Notation notation;
    private final SumTable table;
    private final Set<String> taken = new HashSet<>();
    private final List<Item> shots;
    private final List<Item> items;

    SumsSubject(String subject, Notation notation, SumTable table, int shots, int items) {
        this.subject = subject;
        this.notation = notation;
        this.table = table;
        Random random = new Random(SEED + subject.hashCode());
        this.shots = make(shots, random);
        this.items = make(items, random);
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public List<Item> shots() {
        return shots;
    }

    @Override
    public Lesson lesson(Random random) {
        return random.nextInt(CALCULATIONS_EVERY) == 0
                ? new Lesson.Text(calculations(random))
                : new Lesson.Exercise(notation.item(0, subject, untaken(anyTemplate(random), random), random));
    }

    /** Each template in turn, so that all kinds count the same. */
    private List<Item> make(int count, Random random) {
        List<Item> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SumTemplate template = table.templates().get(i % table.templates().size());
            Drawing drawing = untaken(template, random);
            taken.add(drawing.key());
            made.add(notation.item(i, subject, drawing, random));
        }
        return List.copyOf(made);
    }

    private Drawing untaken(SumTemplate template, Random random) {
        Drawing drawing = Drawing.draw(template, table.words(), random);
        while (taken.contains(drawing.key())) {
            drawing = Drawing.draw(template, table.words(), random);
        }
        return drawing;
    }

    /** From any problems, so that what the steps need most often is taught most often. */
    private String calculations(Random random) {
        List<String> calculations = new ArrayList<>();
        while (calculations.size() < CALCULATIONS) {
            Drawing drawing = Drawing.draw(anyTemplate(random), table.words(), random);
            Wording wording = new Wording(drawing, notation);
            List<String> some = drawing.template().steps().stream()
                    .flatMap(step -> wording.calculations(step).stream())
                    .toList();
            if (!some.isEmpty()) {
                calculations.add(some.get(random.nextInt(some.size())));
            }
        }
        return String.join(", ", calculations);
    }

    private SumTemplate anyTemplate(Random random) {
        return table.templates().get(random.nextInt(table.templates().size()));
    }
}
