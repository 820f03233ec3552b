/** What is done to the rows of a data set before training: splits, folds, standardization. */
@NullMarked
package dev.kassei.experiment.data;

import org.jspecify.annotations.NullMarked;
