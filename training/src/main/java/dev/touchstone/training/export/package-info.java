/** Files that others read. */
@NullMarked
package dev.touchstone.training.export;

import org.jspecify.annotations.NullMarked;
