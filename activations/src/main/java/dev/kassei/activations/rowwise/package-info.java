/** Functions of a whole row. */
@NullMarked
package dev.kassei.activations.rowwise;

import org.jspecify.annotations.NullMarked;
