/**
 * From YAML to records: text, located tree, overlays, binder, and back to the effective
 * configuration. All mistakes of a configuration are reported together, each with its place.
 */
@NullMarked
package dev.kassei.experiment.config;

import org.jspecify.annotations.NullMarked;
