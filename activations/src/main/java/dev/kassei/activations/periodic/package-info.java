/** Functions with waves: one record a file. */
@NullMarked
package dev.kassei.activations.periodic;

import org.jspecify.annotations.NullMarked;
