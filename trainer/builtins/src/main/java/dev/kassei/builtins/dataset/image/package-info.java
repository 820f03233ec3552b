/** Data sets made of pictures, and what pixels have in common. */
@NullMarked
package dev.kassei.builtins.dataset.image;

import org.jspecify.annotations.NullMarked;
