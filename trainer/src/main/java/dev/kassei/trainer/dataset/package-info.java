/** Data sets, one source a file, and what is done to their rows before training. */
@NullMarked
package dev.kassei.trainer.dataset;

import org.jspecify.annotations.NullMarked;
