package dev.touchstone.suites.mini.glue;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Items of a task with as many of each label as of any other; lessons come from the same frames and never repeat an item or a shot. */
final class GlueSubject implements MiniSubject {

    /** Any number would do; changing it changes all items. */
    private static final long SEED = 20261124;

    /** A multiple of 2, 3 and 6 labels; a score of 75 % has a standard error of 4 points. */
    private static final int ITEMS = 120;

    private static final int SHOTS = 8;

    /** One lesson in ten is a text. */
    private static final int TEXTS = 10;

    private final GlueTask task;
    private final Path file;
    private final Set<List<String>> taken = new HashSet<>();
    private final List<Item> items;
    private final List<Item> shots;

    GlueSubject(String id, GlueTask task) {
        this.task = task;
        file = Path.of("glue/mini/" + id + ".yaml");
        Random random = new Random(SEED + id.hashCode());
        items = items(ITEMS, random);
        shots = items(SHOTS, random);
    }

    private List<Item> items(int count, Random random) {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(i % task.labels());
        }
        Collections.shuffle(labels, random);
        List<Item> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> texts = fresh(labels.get(i), random);
            taken.add(texts);
            made.add(item(i, texts, labels.get(i)));
        }
        return List.copyOf(made);
    }

    private List<String> fresh(int label, Random random) {
        List<String> texts = task.make(label, random);
        while (taken.contains(texts)) {
            texts = task.make(label, random);
        }
        return texts;
    }

    private Item item(int index, List<String> texts, int label) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            fields.put(task.fields().get(i), texts.get(i));
        }
        fields.putIfAbsent("label", String.valueOf(label));
        return new Item(index, Collections.unmodifiableMap(fields), label, file, 1);
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
        if (random.nextInt(TEXTS) == 0) {
            String told = task.tell(random);
            if (!told.isEmpty()) {
                return new Lesson.Text(told);
            }
        }
        int label = random.nextInt(task.labels());
        return new Lesson.Exercise(item(0, fresh(label, random), label));
    }
}
