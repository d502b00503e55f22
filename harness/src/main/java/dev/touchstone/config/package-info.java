/** The properties that steer a run: what they mean, and how they are read and checked. */
@NullMarked
package dev.touchstone.config;

import org.jspecify.annotations.NullMarked;
