/** Bounded, monotonic functions: the S-shaped ones and their piecewise linear forms. */
@NullMarked
package dev.kassei.activations.sigmoidal;

import org.jspecify.annotations.NullMarked;
