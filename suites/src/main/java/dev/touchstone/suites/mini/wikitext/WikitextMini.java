package dev.touchstone.suites.mini.wikitext;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.suites.mini.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * WikiText's mini items: two pages on each topic, in field {@code page}. Lessons are other pages on the same topics; none has a section of an
 * item. Call {@link #subject()}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class WikitextMini implements MiniSubject {

    /** Any number would do; changing it changes all items. */
    private static final long SEED = 20261104;

    private static final int PAGES_A_TOPIC = 2;

    /** Perplexity knows no right choice. */
    private static final int NO_GOLD = -1;

    /** One lesson in so many has the style of the raw files; the others are as a reader sees them, which is what is scored. */
    private static final int RAW = 4;

    private static final Path FILE = Path.of("wikitext/topics.yaml");

    private final PageWriter writer = new PageWriter();
    private final List<Topic> topics = Topic.all();
    private final Set<String> heldBack = new HashSet<>();
    private final List<Item> items = makeItems();

    private WikitextMini() {}

    /** The only subject. Gold is -1. */
    public static WikitextMini subject() {
        return new WikitextMini();
    }

    /** All pages as one item, in field {@code text}. */
    public MiniSubject asOneText() {
        String text = items.stream().map(item -> item.fields().get("page")).collect(Collectors.joining());
        return new OneText(this, List.of(new Item(0, Map.of("text", text), NO_GOLD, FILE, 1)));
    }

    private record OneText(MiniSubject pages, List<Item> items) implements MiniSubject {

        @Override
        public List<Item> shots() {
            return List.of();
        }

        @Override
        public Lesson lesson(Random random) {
            return pages.lesson(random);
        }
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public List<Item> shots() {
        return List.of();
    }

    @Override
    public Lesson lesson(Random random) {
        Page page;
        do {
            page = writer.write(Tables.pick(topics, random), random);
        } while (page.sectionTexts().stream().anyMatch(heldBack::contains));
        return new Lesson.Text(random.nextInt(RAW) == 0 ? page.raw().stripTrailing() : page.plain());
    }

    private List<Item> makeItems() {
        Random random = new Random(SEED);
        List<Item> made = new ArrayList<>();
        for (int i = 0; i < PAGES_A_TOPIC * topics.size(); i++) {
            Page page = writer.write(topics.get(i % topics.size()), random);
            heldBack.addAll(page.sectionTexts());
            made.add(new Item(i, Map.of("page", page.raw()), NO_GOLD, FILE, 1));
        }
        return List.copyOf(made);
    }
}
