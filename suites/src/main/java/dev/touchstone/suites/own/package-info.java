/** Suites that users bring as files. Call {@link dev.touchstone.suites.own.OwnSuites}. */
@NullMarked
package dev.touchstone.suites.own;

import org.jspecify.annotations.NullMarked;
