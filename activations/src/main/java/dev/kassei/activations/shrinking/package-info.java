/** Functions that make small inputs smaller: one record a file. */
@NullMarked
package dev.kassei.activations.shrinking;

import org.jspecify.annotations.NullMarked;
