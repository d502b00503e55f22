/** What a run says on the console: its progress, and the table of results at the end. */
@NullMarked
package dev.touchstone.reports.console;

import org.jspecify.annotations.NullMarked;
