/** Batches as their folders have them, and run folders of their trials. */
@NullMarked
package dev.kassei.batch.saved;

import org.jspecify.annotations.NullMarked;
