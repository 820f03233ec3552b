/** The side of Spark where a batch was started. */
@NullMarked
package dev.kassei.spark.driver;

import org.jspecify.annotations.NullMarked;
