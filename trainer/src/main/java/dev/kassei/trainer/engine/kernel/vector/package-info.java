/** Kernels by the Vector API, with the bits of the scalar kernels. */
@NullMarked
package dev.kassei.trainer.engine.kernel.vector;

import org.jspecify.annotations.NullMarked;
