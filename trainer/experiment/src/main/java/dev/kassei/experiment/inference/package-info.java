/** A run folder as a model: it is read without the data it was trained on, and predicts. */
@NullMarked
package dev.kassei.experiment.inference;

import org.jspecify.annotations.NullMarked;
