/** From a prompt to the requests that a model answers. */
@NullMarked
package dev.touchstone.request;

import org.jspecify.annotations.NullMarked;
