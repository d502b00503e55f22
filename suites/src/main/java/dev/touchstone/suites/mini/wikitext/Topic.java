package dev.touchstone.suites.mini.wikitext;

import dev.touchstone.suites.mini.tables.Relation;
import dev.touchstone.suites.mini.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/**
 * What a page is about.
 *
 * @param title of the page
 * @param lead its first sentences
 * @param relations what its sections are about, at least two
 */
record Topic(String title, String lead, List<Relation> relations) {

    /** A row of the table of topics. */
    private record Row(String suite, String table, String title, String lead) {}

    static List<Topic> all() {
        List<Topic> topics = new ArrayList<>();
        for (Row row : Tables.read("wikitext/topics.yaml", new TypeReference<List<Row>>() {})) {
            topics.add(new Topic(row.title(), row.lead(), Tables.facts(row.suite(), row.table())));
        }
        return List.copyOf(topics);
    }

    /** The title inside of a sentence: names of countries and peoples keep their capital letter. */
    String titleInSentence() {
        boolean name = title.startsWith("American");
        return name ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
