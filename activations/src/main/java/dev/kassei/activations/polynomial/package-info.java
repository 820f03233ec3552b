/** Polynomials. */
@NullMarked
package dev.kassei.activations.polynomial;

import org.jspecify.annotations.NullMarked;
