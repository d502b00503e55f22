/** The tables that mini items and lessons are made from, as the built-in suites' YAML files list them. */
@NullMarked
package dev.touchstone.suites.mini.tables;

import org.jspecify.annotations.NullMarked;
