/** Functions that pass positive values and hold back negative ones, monotonically. */
@NullMarked
package dev.kassei.activations.rectified;

import org.jspecify.annotations.NullMarked;
