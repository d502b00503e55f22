/** Runs a plan against a model and keeps its journal. */
@NullMarked
package dev.touchstone.run;

import org.jspecify.annotations.NullMarked;
