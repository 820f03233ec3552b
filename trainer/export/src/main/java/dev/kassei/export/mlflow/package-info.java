/** Sends results to a tracking server of MLflow, through its REST interface. */
@NullMarked
package dev.kassei.export.mlflow;

import org.jspecify.annotations.NullMarked;
