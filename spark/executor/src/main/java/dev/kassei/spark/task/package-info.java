/** The side of Spark where trials are trained. */
@NullMarked
package dev.kassei.spark.task;

import org.jspecify.annotations.NullMarked;
