/** Writing text: choosing token after token, and knowing when to stop. */
@NullMarked
package dev.touchstone.reference.generate;

import org.jspecify.annotations.NullMarked;
