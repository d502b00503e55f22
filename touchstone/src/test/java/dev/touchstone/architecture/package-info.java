/** Checks of the structure of all modules. */
package dev.touchstone.architecture;
