package dev.kassei.trainer.config;

/** What a file describes: one experiment, or a batch of them. */
public sealed interface Loaded permits LoadedConfig, BatchConfig {}
