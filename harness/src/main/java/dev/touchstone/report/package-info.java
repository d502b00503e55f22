/** Where a run meets its reports. Implement {@link dev.touchstone.report.ReportWriter} to write a report of your own. */
@NullMarked
package dev.touchstone.report;

import org.jspecify.annotations.NullMarked;
