/** The layers: one record per file. */
@NullMarked
package dev.kassei.builtins.layer;

import org.jspecify.annotations.NullMarked;
