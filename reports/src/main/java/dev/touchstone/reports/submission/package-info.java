/** Files that publishers of benchmarks take, who keep the answers. */
@NullMarked
package dev.touchstone.reports.submission;

import org.jspecify.annotations.NullMarked;
