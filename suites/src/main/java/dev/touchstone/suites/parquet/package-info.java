/** Rows of Parquet files. The only package that knows Parquet's library. */
@NullMarked
package dev.touchstone.suites.parquet;

import org.jspecify.annotations.NullMarked;
