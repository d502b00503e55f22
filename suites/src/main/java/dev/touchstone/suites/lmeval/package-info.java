/**
 * Task files of lm-evaluation-harness 0.4.13: what they ask, read from YAML, and their rows, read from local files. Call {@link
 * dev.touchstone.suites.lmeval.LmEvalTasks}.
 */
@NullMarked
package dev.touchstone.suites.lmeval;

import org.jspecify.annotations.NullMarked;
