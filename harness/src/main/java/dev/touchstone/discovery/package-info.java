/** From properties to suites, subjects and items. Reads the data files' indexes; loads no model and has no side effects. */
@NullMarked
package dev.touchstone.discovery;

import org.jspecify.annotations.NullMarked;
