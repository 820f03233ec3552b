/** Functions that oscillate. */
@NullMarked
package dev.kassei.activations.periodic;

import org.jspecify.annotations.NullMarked;
