package dev.touchstone.suites.mini.sciq;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.tables.Relation;
import dev.touchstone.suites.mini.tables.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * SciQ's mini items: one for each fact of {@code sciq/facts}, every second one with a support. The wording of an item's question is used in
 * lessons about other facts only. Call {@link #subject()}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SciqMini implements MiniSubject {

    /** Any number would do; changing it changes all items. */
    private static final long SEED = 20261102;

    /** Most sentences in one text; about as long as a support. */
    private static final int SENTENCES = 4;

    private final List<Fact> facts;
    private final List<Item> items;

    private SciqMini(List<Fact> facts, List<Item> items) {
        this.facts = List.copyOf(facts);
        this.items = List.copyOf(items);
    }

    /** The only subject. The right answer is option 3 of 0 to 3, as in the published files. */
    public static MiniSubject subject() {
        Random random = new Random(SEED);
        List<Fact> facts = facts();
        Collections.shuffle(facts, random);
        FactItem maker = new FactItem(random);
        List<Item> items = new ArrayList<>();
        for (Fact fact : facts) {
            items.add(maker.of(fact, items.size(), fact.heldBackQuestion(), items.size() % 2 == 0));
        }
        return new SciqMini(facts, items);
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public List<Item> shots() {
        return List.of();
    }

    /** One text of one to four facts for every two questions; every second question has a support. */
    @Override
    public Lesson lesson(Random random) {
        if (random.nextInt(3) == 0) {
            return new Lesson.Text(
                    Stream.generate(() -> Tables.pick(facts, random).statement(random))
                            .limit(1 + random.nextInt(SENTENCES))
                            .collect(Collectors.joining(" ")));
        }
        Fact fact = Tables.pick(facts, random);
        return new Lesson.Exercise(new FactItem(random).of(fact, 0, fact.question(random), random.nextBoolean()));
    }

    /** In the files' order; within a relation the wordings are held back in turn. */
    private static List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (String table : Tables.lines("sciq/facts/index.txt")) {
            for (Relation relation : Tables.facts("sciq", table)) {
                int turn = 0;
                for (String thing : relation.facts().keySet()) {
                    facts.add(new Fact(
                            relation, thing, turn++ % relation.questions().size()));
                }
            }
        }
        return facts;
    }
}
