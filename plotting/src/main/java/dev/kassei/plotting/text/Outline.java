package dev.kassei.plotting.text;

import java.awt.geom.Path2D;

/**
 * The shape of a text from the origin to the right, y downwards, the base line at 0.
 *
 * @param advance how far text that follows would begin
 */
public record Outline(Path2D path, double advance) {}
