/** The first values of parameters: one record a file. */
@NullMarked
package dev.kassei.trainer.initializer;

import org.jspecify.annotations.NullMarked;
