/** Draws figures on a canvas. */
@NullMarked
package dev.kassei.plotting.render;

import org.jspecify.annotations.NullMarked;
