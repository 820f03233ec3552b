/** The analysis of batches from their folders, again and together. */
@NullMarked
package dev.kassei.batch.compare;

import org.jspecify.annotations.NullMarked;
