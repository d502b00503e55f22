package dev.touchstone.suites.mini.crass;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.crass.Shape.Gold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes items: fields {@code premise}, {@code question} and {@code choice0} to {@code choice2} or {@code choice3}. */
final class SceneItem {

    static final String NOT_POSSIBLE = "That is not possible.";

    private static final Path FILE = Path.of("crass/rules.yaml");

    private final Rules rules;
    private final Random random;

    SceneItem(Rules rules, Random random) {
        this.rules = rules;
        this.random = random;
    }

    /**
     * An item.
     *
     * @param place of the right option, from 0
     */
    Item of(Scene scene, Shape shape, int index, int place) {
        List<String> options = options(scene, shape);
        String gold = options.remove(shape.gold().ordinal());
        Collections.shuffle(options, random);
        options.add(place, gold);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("premise", scene.premise());
        fields.put("question", scene.question());
        for (int i = 0; i < options.size(); i++) {
            fields.put("choice" + i, options.get(i));
        }
        return new Item(index, Collections.unmodifiableMap(fields), place, FILE, 1);
    }

    /** In the order of {@link Gold}, the unrelated one last. */
    private List<String> options(Scene scene, Shape shape) {
        List<String> options = new ArrayList<>();
        options.add(scene.effect(scene.rule().one()));
        options.add(scene.effect(scene.rule().other()));
        if (shape.impossibleOption()) {
            options.add(NOT_POSSIBLE);
        }
        if (shape.unrelatedOption()) {
            options.add(scene.effect(rules.unrelated(scene.rule(), random)));
        }
        return options;
    }
}
