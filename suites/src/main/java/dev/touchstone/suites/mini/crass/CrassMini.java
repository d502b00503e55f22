package dev.touchstone.suites.mini.crass;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.tables.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * CRASS's mini items: 180, with three or four options each. No lesson asks an item's question, nor tells the effect of an item's cause on that
 * thing; lessons teach the cause on other things and other causes on that thing. Call {@link #subject()}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class CrassMini implements MiniSubject {

    /** Any number would do; changing it changes all items. */
    private static final long SEED = 20261103;

    private static final int ITEMS = 180;

    private final Rules rules;
    private final List<Shape> shapes = Shape.all();
    private final List<Item> items;
    private final Telling telling;

    private CrassMini(Rules rules) {
        this.rules = rules;
        this.items = makeItems();
        this.telling = new Telling(rules, questions(items));
    }

    /** The only subject. Each item's gold is an index from 0 to 2, or to 3 when it has a {@code choice3}. */
    public static MiniSubject subject() {
        return new CrassMini(Rules.read());
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public List<Item> shots() {
        return List.of();
    }

    /** One text for every three questions. */
    @Override
    public Lesson lesson(Random random) {
        if (random.nextInt(4) == 0) {
            return new Lesson.Text(telling.text(random));
        }
        Shape shape = Tables.pick(shapes, random);
        Scene scene = telling.scene(shape.gold(), random);
        int place = random.nextInt(shape.options());
        return new Lesson.Exercise(new SceneItem(rules, random).of(scene, shape, 0, place));
    }

    /** All rules in turn, each with another thing; each shape equally often; of each shape's items, each place is right in turn. */
    private List<Item> makeItems() {
        Random random = new Random(SEED);
        List<Shape> order = new ArrayList<>();
        for (int i = 0; i < ITEMS / shapes.size(); i++) {
            order.addAll(shapes);
        }
        List<Integer> places = new ArrayList<>();
        order.forEach(shape -> places.add(0));
        int[] turns = new int[5];
        for (int i = 0; i < ITEMS; i++) {
            int options = order.get(i).options();
            places.set(i, turns[options]++ % options);
        }
        return items(order, places, random);
    }

    private List<Item> items(List<Shape> order, List<Integer> places, Random random) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, random);
        SceneItem maker = new SceneItem(rules, random);
        Set<String> asked = new HashSet<>();
        List<Item> made = new ArrayList<>();
        while (made.size() < ITEMS) {
            int number = numbers.get(made.size());
            Rule rule = rules.rules().get(made.size() % rules.rules().size());
            Scene scene = Scene.draw(rules, rule, order.get(number).gold(), random);
            if (asked.add(rule.rule() + scene.thing()) && asked.add(scene.question())) {
                made.add(maker.of(scene, order.get(number), made.size(), places.get(number)));
            }
        }
        return List.copyOf(made);
    }

    private static Set<String> questions(List<Item> items) {
        return items.stream().map(item -> item.fields().get("question")).collect(Collectors.toUnmodifiableSet());
    }
}
