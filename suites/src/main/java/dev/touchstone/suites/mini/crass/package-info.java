/** CRASS's mini items and lessons: what would have happened, made from a table of causes and effects. */
@NullMarked
package dev.touchstone.suites.mini.crass;

import org.jspecify.annotations.NullMarked;
