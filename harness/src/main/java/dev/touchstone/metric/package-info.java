/** From outcomes to estimates. */
@NullMarked
package dev.touchstone.metric;

import org.jspecify.annotations.NullMarked;
