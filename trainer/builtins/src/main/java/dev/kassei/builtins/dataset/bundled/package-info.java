/** The bundled data sets, one per file, with the rows as their sources print them. */
@NullMarked
package dev.kassei.builtins.dataset.bundled;

import org.jspecify.annotations.NullMarked;
