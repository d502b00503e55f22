package dev.touchstone.training.export;

/**
 * A matrix, or a vector if it has no rows.
 *
 * @param name Hugging Face's name
 * @param dimensions rows and columns, or the length
 * @param values row by row
 */
record StoredTensor(String name, int[] dimensions, float[] values) {}
