/** The summary of a run in Markdown, for a pull request or a build's page. It is made from {@code results.json}. */
@NullMarked
package dev.touchstone.reports.markdown;

import org.jspecify.annotations.NullMarked;
