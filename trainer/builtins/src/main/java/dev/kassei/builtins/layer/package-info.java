/** The layers: one record a file. */
@NullMarked
package dev.kassei.builtins.layer;

import org.jspecify.annotations.NullMarked;
