/** Products of a value and a gate: the gate of the same value, or of the other half of the row. */
@NullMarked
package dev.kassei.activations.gated;

import org.jspecify.annotations.NullMarked;
