/** From a model's responses to an outcome. */
@NullMarked
package dev.touchstone.score;

import org.jspecify.annotations.NullMarked;
