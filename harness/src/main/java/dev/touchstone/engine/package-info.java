/** The JUnit Platform engine. The only package that knows JUnit. */
@NullMarked
package dev.touchstone.engine;

import org.jspecify.annotations.NullMarked;
