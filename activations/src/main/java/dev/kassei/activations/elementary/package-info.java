/** Functions of elementary calculus: one record a file. */
@NullMarked
package dev.kassei.activations.elementary;

import org.jspecify.annotations.NullMarked;
