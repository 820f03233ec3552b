/**
 * Figures as data: a figure is a grid of panels, a panel holds axes and what is drawn in them. The
 * names are those of matplotlib. Nothing here draws.
 */
@NullMarked
package dev.kassei.plotting.figure;

import org.jspecify.annotations.NullMarked;
