/** The first values of parameters: one record a file. */
@NullMarked
package dev.kassei.builtins.initializer;

import org.jspecify.annotations.NullMarked;
