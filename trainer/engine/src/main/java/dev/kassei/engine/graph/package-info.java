/**
 * Canonical graphs: formulas for one mode, with equal values numbered once and constants folded.
 */
@NullMarked
package dev.kassei.engine.graph;

import org.jspecify.annotations.NullMarked;
