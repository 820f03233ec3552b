package dev.kassei.experiment.config;

/**
 * A plugin and what it is called.
 *
 * @param name the name given with {@code name:}, or else its registered name
 */
public record NamedPlugin<T>(String name, T plugin) {}
