/**
 * Statistics over arrays of results: pure functions, without files and configuration.
 *
 * <p>Throughout, NaN is refused by name; how a failed trial enters is decided by {@link
 * dev.kassei.batch.statistics.Scoring} before anything is computed. Results depend on the values
 * and not on their order, and on IEEE operations, {@link StrictMath} and the engine's functions
 * alone.
 */
@NullMarked
package dev.kassei.batch.statistics;

import org.jspecify.annotations.NullMarked;
