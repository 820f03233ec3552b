/**
 * Data sets that are generated, one per file. Draw i of a stream belongs to row i alone, so the
 * rows of a smaller sample are the first rows of a larger one.
 */
@NullMarked
package dev.kassei.builtins.dataset.generator;

import org.jspecify.annotations.NullMarked;
