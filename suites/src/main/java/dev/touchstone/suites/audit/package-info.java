/**
 * What is wrong with a data set, before a model sees it. Call {@link dev.touchstone.suites.audit.Auditor#audit}; nothing here knows models or reports.
 */
@NullMarked
package dev.touchstone.suites.audit;

import org.jspecify.annotations.NullMarked;
