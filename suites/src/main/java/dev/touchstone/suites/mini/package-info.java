/**
 * Mini items: questions made from tables of facts that this project wrote itself. They measure the harness, not knowledge, and are labelled
 * {@code mini} wherever a number from them is shown.
 */
@NullMarked
package dev.touchstone.suites.mini;

import org.jspecify.annotations.NullMarked;
