/** Multiple-choice items and lessons made from the tables of facts of C-Eval's and MMLU's subjects. */
@NullMarked
package dev.touchstone.suites.mini.facts;

import org.jspecify.annotations.NullMarked;
