/** From an item and its shots to the text that a model sees. */
@NullMarked
package dev.touchstone.prompt;

import org.jspecify.annotations.NullMarked;
