/** Finds the mini items of any suite. */
@NullMarked
package dev.touchstone.suites.mini.catalog;

import org.jspecify.annotations.NullMarked;
