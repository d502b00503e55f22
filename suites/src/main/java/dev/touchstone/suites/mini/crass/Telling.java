package dev.touchstone.suites.mini.crass;

import dev.touchstone.suites.mini.crass.Rule.Side;
import dev.touchstone.suites.mini.crass.Shape.Gold;
import dev.touchstone.suites.mini.tables.Tables;
import java.util.Random;
import java.util.Set;

/** Draws what lessons may tell: everything but what an item asks. */
final class Telling {

    private final Rules rules;
    private final Set<String> heldBack;

    /**
     * Lessons of these rules.
     *
     * @param heldBack questions of the items
     */
    Telling(Rules rules, Set<String> heldBack) {
        this.rules = rules;
        this.heldBack = heldBack;
    }

    /** A scene whose question no item asks; there are about ten such scenes for each item. */
    Scene scene(Gold gold, Random random) {
        Scene scene;
        do {
            scene = Scene.draw(rules, Tables.pick(rules.rules(), random), gold, random);
        } while (heldBack.contains(scene.question()));
        return scene;
    }

    /** A rule as a statement, or a scene with its answer. */
    String text(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> impossible(random);
            case 1, 2 -> imagined(random);
            default -> statement(random);
        };
    }

    private String impossible(Random random) {
        Scene scene = scene(Gold.IMPOSSIBLE, random);
        String cannot = rules.cannot(scene.rule(), scene.imagined());
        return "The " + scene.thing() + " can not " + cannot + ". " + SceneItem.NOT_POSSIBLE;
    }

    private String imagined(Random random) {
        boolean one = random.nextBoolean();
        Scene scene = scene(one ? Gold.ONE : Gold.OTHER, random);
        Side side = one ? scene.rule().one() : scene.rule().other();
        return scene.premise() + " If the " + scene.thing() + " had " + scene.imagined() + ", the " + scene.thing()
                + " would have " + side.then() + ".";
    }

    private String statement(Random random) {
        Rule rule = Tables.pick(rules.rules(), random);
        String thing = Tables.pick(rule.things(), random);
        boolean turned = random.nextBoolean();
        return sentence(thing, turned ? rule.other() : rule.one(), random) + " "
                + sentence(thing, turned ? rule.one() : rule.other(), random);
    }

    /** A cause whose effect on that thing no item asks for: no two items of a rule are about the same thing, and a side has two causes. */
    private String sentence(String thing, Side side, Random random) {
        int place = random.nextInt(side.cases().size());
        if (heldBack.contains(Scene.question(thing, side.past().get(place)))) {
            place = (place + 1) % side.cases().size();
        }
        return "If the " + thing + " " + side.present().get(place) + ", the " + thing + " " + side.now() + ".";
    }
}
