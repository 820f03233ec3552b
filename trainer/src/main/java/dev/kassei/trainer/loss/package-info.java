/** The losses: one record a file. */
@NullMarked
package dev.kassei.trainer.loss;

import org.jspecify.annotations.NullMarked;
