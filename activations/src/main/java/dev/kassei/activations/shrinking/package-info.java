/** Functions that make small inputs smaller. */
@NullMarked
package dev.kassei.activations.shrinking;

import org.jspecify.annotations.NullMarked;
