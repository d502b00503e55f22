/** The history of runs, in a database: written after each run, read for baselines and trends. */
@NullMarked
package dev.touchstone.reports.history;

import org.jspecify.annotations.NullMarked;
