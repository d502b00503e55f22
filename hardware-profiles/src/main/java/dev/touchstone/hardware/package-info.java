/**
 * What hardware can do, as data with a source for each number: which precisions and kernels run there, what fits in its memory, and how fast
 * it could be at best. Start with {@link dev.touchstone.hardware.ProfileCatalog}.
 */
@NullMarked
package dev.touchstone.hardware;

import org.jspecify.annotations.NullMarked;
