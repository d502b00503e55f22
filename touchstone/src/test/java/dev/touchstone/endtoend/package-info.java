/** Whole runs through the launcher, on tiny models and, where they are there, on real weights and data. */
package dev.touchstone.endtoend;
