/**
 * Finds plugins, built in and in jars, and lists them by family. A broken plugin is reported and
 * the others live on.
 */
@NullMarked
package dev.kassei.experiment.plugin;

import org.jspecify.annotations.NullMarked;
