/** The metrics: one record a file. */
@NullMarked
package dev.kassei.trainer.metric;

import org.jspecify.annotations.NullMarked;
