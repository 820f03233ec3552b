/** Kassei for {@code spark-submit}, in one jar. */
@NullMarked
package dev.kassei.spark.submit;

import org.jspecify.annotations.NullMarked;
