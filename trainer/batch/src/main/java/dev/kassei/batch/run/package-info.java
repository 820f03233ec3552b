/** Batches of trials: what is run, where it is recorded, and what comes out. */
@NullMarked
package dev.kassei.batch.run;

import org.jspecify.annotations.NullMarked;
