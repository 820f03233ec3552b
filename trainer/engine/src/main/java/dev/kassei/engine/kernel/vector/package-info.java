/**
 * Kernels by the Vector API, with the bits of the scalar ones. Compiled apart with the module
 * jdk.incubator.vector, reached by name through {@code Kernels.vector} and linked to by nothing
 * else, so that everything runs without the module too.
 */
@NullMarked
package dev.kassei.engine.kernel.vector;

import org.jspecify.annotations.NullMarked;
