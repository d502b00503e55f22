package dev.touchstone.suites.mini.wikitext;

import dev.touchstone.suites.mini.tables.Relation;
import dev.touchstone.suites.mini.tables.Tables;
import dev.touchstone.suites.mini.wikitext.Page.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/** Writes pages of two or three sections. */
final class PageWriter {

    private static final int FEWEST_WORDS = 80;
    private static final int MOST_WORDS = 200;

    /** So many facts at least in a section; pages of fewer words are written again. */
    private static final int FACTS = 4;

    private record Sentences(List<String> openers, List<String> sections, List<String> closers) {}

    private final Sentences sentences = Tables.read("wikitext/sentences.yaml", new TypeReference<>() {});

    /** A page of 80 to 200 words, counted in the raw style. */
    Page write(Topic topic, Random random) {
        Page page;
        int words;
        do {
            page = draft(topic, random);
            words = words(page.raw());
        } while (words < FEWEST_WORDS || words > MOST_WORDS);
        return page;
    }

    static int words(String raw) {
        return raw.strip().split("\\s+").length;
    }

    private Page draft(Topic topic, Random random) {
        String opener = Tables.pick(sentences.openers(), random).replace("{about}", topic.about());
        List<Relation> relations = new ArrayList<>(topic.relations());
        Collections.shuffle(relations, random);
        int sections = Math.min(relations.size(), 2 + random.nextInt(2));
        List<Section> written = new ArrayList<>();
        for (Relation relation : relations.subList(0, sections)) {
            written.add(new Section(heading(relation), paragraph(relation, random)));
        }
        return new Page(topic.title(), List.of(topic.lead(), opener), List.copyOf(written));
    }

    /** {@code brightest_star} becomes {@code Brightest star}. */
    private static String heading(Relation relation) {
        String words = relation.relation().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private List<String> paragraph(Relation relation, Random random) {
        List<String> things = new ArrayList<>(relation.facts().keySet());
        Collections.shuffle(things, random);
        int facts = Math.min(things.size(), FACTS + random.nextInt(3));
        Stream<String> told = things.subList(0, facts).stream()
                .map(thing -> relation.statement(
                        thing, random.nextInt(relation.statements().size())));
        Stream<String> first = Stream.of(Tables.pick(sentences.sections(), random));
        Stream<String> last = Stream.of(Tables.pick(sentences.closers(), random));
        return Stream.of(first, told, last)
                .flatMap(part -> part)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
