/** The results file: a run's numbers for other programs. Its format is documented by {@code docs/results.schema.json}. */
@NullMarked
package dev.touchstone.reports.json;

import org.jspecify.annotations.NullMarked;
