/** WikiText's mini items and lessons: pages in the style of the published raw files, written from the tables of facts. */
@NullMarked
package dev.touchstone.suites.mini.wikitext;

import org.jspecify.annotations.NullMarked;
