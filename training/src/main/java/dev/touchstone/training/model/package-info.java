/** The decoder in operations that PyTorch differentiates. */
@NullMarked
package dev.touchstone.training.model;

import org.jspecify.annotations.NullMarked;
