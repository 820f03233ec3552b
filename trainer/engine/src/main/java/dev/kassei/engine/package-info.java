/**
 * The engine: formulas become graphs, graphs plans, plans kernels over buffers. Free of
 * configuration and wiring.
 */
@NullMarked
package dev.kassei.engine;

import org.jspecify.annotations.NullMarked;
