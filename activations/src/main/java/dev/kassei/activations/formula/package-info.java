/** A function that the configuration writes down itself. */
@NullMarked
package dev.kassei.activations.formula;

import org.jspecify.annotations.NullMarked;
