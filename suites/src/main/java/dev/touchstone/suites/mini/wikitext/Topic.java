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
 * @param about the title in a sentence
 * @param lead its first sentences
 * @param relations what its sections are about, at least two
 */
record Topic(String title, String about, String lead, List<Relation> relations) {

    /** A row of the table of topics. */
    private record Row(String suite, String table, String title, String about, String lead) {}

    static List<Topic> all() {
        List<Topic> topics = new ArrayList<>();
        for (Row row : Tables.read("wikitext/topics.yaml", new TypeReference<List<Row>>() {})) {
            topics.add(new Topic(row.title(), row.about(), row.lead(), Tables.facts(row.suite(), row.table())));
        }
        return List.copyOf(topics);
    }
}
