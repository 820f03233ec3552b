/** Powers, polynomials and the exponential. */
@NullMarked
package dev.kassei.activations.elementary;

import org.jspecify.annotations.NullMarked;
