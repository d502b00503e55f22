/** The suites that come with the harness. Each is a folder of data; see {@code index.txt} among the resources of this package. */
@NullMarked
package dev.touchstone.suites.builtin;

import org.jspecify.annotations.NullMarked;
