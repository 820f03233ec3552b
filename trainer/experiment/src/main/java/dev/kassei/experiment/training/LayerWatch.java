package dev.kassei.experiment.training;

import dev.kassei.engine.LayerProgram;
import dev.kassei.experiment.config.LayerStatistics;

/**
 * What is measured of layers and by which program.
 *
 * @param program the same for all trials of a template
 */
record LayerWatch(LayerStatistics settings, LayerProgram program) {}
