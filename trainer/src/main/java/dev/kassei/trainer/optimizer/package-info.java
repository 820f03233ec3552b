/** The learning algorithms: one record a file. */
@NullMarked
package dev.kassei.trainer.optimizer;

import org.jspecify.annotations.NullMarked;
