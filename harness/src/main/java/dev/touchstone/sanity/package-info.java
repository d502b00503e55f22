/**
 * Checks that people run on a new model before they believe a score: does it compute what a model of its kind must? A check is tried on the
 * model itself and holds or does not; {@link dev.touchstone.sanity.Checks} lists them all.
 */
@NullMarked
package dev.touchstone.sanity;

import org.jspecify.annotations.NullMarked;
