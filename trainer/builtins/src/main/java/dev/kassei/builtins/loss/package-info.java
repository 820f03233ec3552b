/** The losses: one record per file. */
@NullMarked
package dev.kassei.builtins.loss;

import org.jspecify.annotations.NullMarked;
