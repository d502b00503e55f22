package dev.touchstone.suites.mini.wikitext;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A page in plain English.
 *
 * @param title of the page
 * @param lead sentences of the paragraph below the title
 * @param sections the rest
 */
record Page(String title, List<String> lead, List<Section> sections) {

    /**
     * A part of a page.
     *
     * @param heading of level two
     * @param sentences one paragraph
     */
    record Section(String heading, List<String> sentences) {

        String text() {
            return String.join(" ", sentences);
        }
    }

    /** As the raw files have it: words and marks apart, a space around each line, empty lines with a space. */
    String raw() {
        return " = " + RawStyle.of(title) + " = \n \n " + paragraph(lead) + " \n"
                + sections.stream()
                        .map(section -> " \n = = " + RawStyle.of(section.heading()) + " = = \n \n "
                                + paragraph(section.sentences()) + " \n")
                        .collect(Collectors.joining());
    }

    /** As a reader sees it: what the reference implementation's detokenizer makes of {@link #raw()}, without the end of the last line. */
    String plain() {
        return " = " + title + " =\n\n" + String.join(" ", lead)
                + sections.stream()
                        .map(section -> "\n\n== " + section.heading() + " ==\n\n" + section.text())
                        .collect(Collectors.joining());
    }

    /** All paragraphs, which tell two pages apart better than the pages do. */
    List<String> sectionTexts() {
        return sections.stream().map(Section::text).toList();
    }

    private static String paragraph(List<String> sentences) {
        return sentences.stream().map(RawStyle::of).collect(Collectors.joining(" "));
    }
}
