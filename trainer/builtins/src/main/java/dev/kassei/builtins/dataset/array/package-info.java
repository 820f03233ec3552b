/** Data sets in files of binary arrays: IDX and NumPy's. */
@NullMarked
package dev.kassei.builtins.dataset.array;

import org.jspecify.annotations.NullMarked;
