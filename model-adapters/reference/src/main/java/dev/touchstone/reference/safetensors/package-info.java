/**
 * Hugging Face folders: {@code config.json} and the weights in safetensors files. {@link
 * dev.touchstone.reference.safetensors.SafetensorsCheckpoint} is the way in.
 */
@NullMarked
package dev.touchstone.reference.safetensors;

import org.jspecify.annotations.NullMarked;
