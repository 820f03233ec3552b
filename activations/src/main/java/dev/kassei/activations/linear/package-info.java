/** The identity. */
@NullMarked
package dev.kassei.activations.linear;

import org.jspecify.annotations.NullMarked;
