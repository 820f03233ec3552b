/**
 * YAML as a located tree: read, merged, nested and written, with problems that name their place. It
 * knows no word of experiments.
 */
@NullMarked
package dev.kassei.experiment.config.tree;

import org.jspecify.annotations.NullMarked;
