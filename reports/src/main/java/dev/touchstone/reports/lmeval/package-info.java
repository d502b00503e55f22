/**
 * The run as lm-evaluation-harness 0.4.13 writes it ({@code lm_eval/loggers/evaluation_tracker.py}, {@code lm_eval/result_schema.py}), for the
 * tools that read those files. It is made from the run's own files.
 */
@NullMarked
package dev.touchstone.reports.lmeval;

import org.jspecify.annotations.NullMarked;
