/** What the reports share: how numbers and names are written, and where files go. */
@NullMarked
package dev.touchstone.reports;

import org.jspecify.annotations.NullMarked;
