/** Plans: which kernels run over which buffers, in which order, for each entry point. */
@NullMarked
package dev.kassei.trainer.engine.plan;

import org.jspecify.annotations.NullMarked;
