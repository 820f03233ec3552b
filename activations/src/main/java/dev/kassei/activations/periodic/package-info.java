/** Functions with waves. */
@NullMarked
package dev.kassei.activations.periodic;

import org.jspecify.annotations.NullMarked;
