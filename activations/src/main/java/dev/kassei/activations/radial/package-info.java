/** Functions with one hump that fall off on both sides. */
@NullMarked
package dev.kassei.activations.radial;

import org.jspecify.annotations.NullMarked;
