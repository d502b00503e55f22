/** Text as Python sees it. */
@NullMarked
package dev.touchstone.suites.text;

import org.jspecify.annotations.NullMarked;
