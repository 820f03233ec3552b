/** The first values of parameters: one record per file. */
@NullMarked
package dev.kassei.builtins.initializer;

import org.jspecify.annotations.NullMarked;
