/**
 * Text as outlines of glyphs: the bundled font DejaVu Sans, and the system's fonts for what it does
 * not hold.
 */
@NullMarked
package dev.kassei.plotting.text;

import org.jspecify.annotations.NullMarked;
