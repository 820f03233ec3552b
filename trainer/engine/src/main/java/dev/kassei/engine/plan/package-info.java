/** Plans: which kernels run over which buffers, in which order, for each entry point. */
@NullMarked
package dev.kassei.engine.plan;

import org.jspecify.annotations.NullMarked;
