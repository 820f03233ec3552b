/** What can be drawn on: pixels, SVG and PDF. */
@NullMarked
package dev.kassei.plotting.canvas;

import org.jspecify.annotations.NullMarked;
