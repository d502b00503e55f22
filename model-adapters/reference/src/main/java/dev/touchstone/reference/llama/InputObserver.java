package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Rows;

/** Is shown what layers are given. */
interface InputObserver {

    /** Nobody. */
    InputObserver NONE = (block, site, x) -> {};

    /** Sees the inputs of some positions, before they are multiplied. */
    void observe(int block, Site site, Rows x);
}
