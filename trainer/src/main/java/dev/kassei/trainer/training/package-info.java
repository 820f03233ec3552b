/** Training: the loop over epochs and batches, evaluation, and what comes out. */
@NullMarked
package dev.kassei.trainer.training;

import org.jspecify.annotations.NullMarked;
