/** The losses: one record a file. */
@NullMarked
package dev.kassei.builtins.loss;

import org.jspecify.annotations.NullMarked;
