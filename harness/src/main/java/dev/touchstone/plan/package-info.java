/** What runs: how many items of each subject, and with how many shots. */
@NullMarked
package dev.touchstone.plan;

import org.jspecify.annotations.NullMarked;
