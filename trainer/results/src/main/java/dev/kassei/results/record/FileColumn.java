package dev.kassei.results.record;

/**
 * A column of a text file.
 *
 * @param name its name
 * @param position its number, from 1
 */
public record FileColumn(String name, int position) {}
