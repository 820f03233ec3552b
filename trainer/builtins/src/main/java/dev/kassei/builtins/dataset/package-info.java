/** Data sets: one source per file. */
@NullMarked
package dev.kassei.builtins.dataset;

import org.jspecify.annotations.NullMarked;
