/** Kernels: the loops that compute, in float64 and float32. The scalar ones define every bit. */
@NullMarked
package dev.kassei.engine.kernel;

import org.jspecify.annotations.NullMarked;
