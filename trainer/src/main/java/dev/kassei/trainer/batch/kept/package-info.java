/** Batches as their folders have them, and run folders of their trials. */
@NullMarked
package dev.kassei.trainer.batch.kept;

import org.jspecify.annotations.NullMarked;
