/**
 * The Llama family's decoder: weights, forward pass, key-value cache and sessions. Start at {@link dev.touchstone.reference.llama.Llama}.
 */
@NullMarked
package dev.touchstone.reference.llama;

import org.jspecify.annotations.NullMarked;
