/** Functions with numbers that training changes. */
@NullMarked
package dev.kassei.activations.trainable;

import org.jspecify.annotations.NullMarked;
