/**
 * The report for people: {@code report.html}, one file that works without a network, on a phone and when it is mailed. It is made from the
 * files of a run, {@code results.json} and the items files, and from nothing else.
 */
@NullMarked
package dev.touchstone.reports.html;

import org.jspecify.annotations.NullMarked;
