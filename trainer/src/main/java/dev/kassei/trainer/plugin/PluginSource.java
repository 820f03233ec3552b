package dev.kassei.trainer.plugin;

/**
 * Classes in which plugins are looked for.
 *
 * @param origin {@code built in}, or the jar or folder
 */
record PluginSource(String origin, ClassLoader loader) {}
