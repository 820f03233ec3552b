/** Training: the loop over epochs and batches, evaluation, and what comes out. */
@NullMarked
package dev.kassei.experiment.training;

import org.jspecify.annotations.NullMarked;
