package dev.kassei.cli.command;

import dev.kassei.experiment.plugin.Plugins;
import java.nio.file.Path;

/**
 * What is exported.
 *
 * @param folder that of a run or of a batch
 * @param plugins the plugins there are
 */
record ExportSource(Path folder, Plugins plugins) {}
