/** Functions that draw noise in training and none in inference. */
@NullMarked
package dev.kassei.activations.stochastic;

import org.jspecify.annotations.NullMarked;
