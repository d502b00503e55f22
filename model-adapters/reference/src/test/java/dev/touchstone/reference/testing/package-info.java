/** Small model files for tests, written from seeds. */
@NullMarked
package dev.touchstone.reference.testing;

import org.jspecify.annotations.NullMarked;
