/** The JSON Schema of experiments, made of the records that configurations are bound to. */
@NullMarked
package dev.kassei.experiment.schema;

import org.jspecify.annotations.NullMarked;
