/** Item by item against what lm-evaluation-harness computed on the same weights and data. */
package dev.touchstone.golden;
