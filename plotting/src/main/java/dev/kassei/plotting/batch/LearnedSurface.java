package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.Surface;

/**
 * What the network of one trial has learned.
 *
 * @param title such as method and seed
 * @param x the name of the first input
 * @param y the name of the second input
 */
public record LearnedSurface(String title, String x, String y, String output, Surface surface) {}
