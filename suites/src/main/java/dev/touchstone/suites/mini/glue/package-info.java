/**
 * Mini items for the tasks of GLUE: sentences made from tables of words and of sentence patterns that this project wrote itself. A task is its
 * table; the classes here only know the few ways in which two sentences can be related.
 */
@NullMarked
package dev.touchstone.suites.mini.glue;

import org.jspecify.annotations.NullMarked;
