package dev.touchstone.reports.console;

import java.util.List;

/** How a row of the results becomes lines of a table. */
interface TableRows {

    /** How many columns, from the left, are names and not numbers. */
    int names();

    /** The columns' titles. */
    List<String> header();

    /** A row's lines, at least one, each with as many cells as the header. */
    List<List<String>> lines(TableRow row);
}
