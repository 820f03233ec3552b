/** Products of the value and a gate that depends on it: smooth, not monotonic. */
@NullMarked
package dev.kassei.activations.gated;

import org.jspecify.annotations.NullMarked;
