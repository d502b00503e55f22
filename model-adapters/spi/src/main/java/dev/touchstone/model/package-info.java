/**
 * What the harness asks of a language model and what a model answers. Implement {@link dev.touchstone.model.ModelProvider} to bring a
 * model of your own.
 */
@NullMarked
package dev.touchstone.model;

import org.jspecify.annotations.NullMarked;
