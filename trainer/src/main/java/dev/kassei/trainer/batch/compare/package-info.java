/** The analysis of batches from their folders, again and together. */
@NullMarked
package dev.kassei.trainer.batch.compare;

import org.jspecify.annotations.NullMarked;
