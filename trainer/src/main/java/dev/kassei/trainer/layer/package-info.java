/** The layers: one record a file. */
@NullMarked
package dev.kassei.trainer.layer;

import org.jspecify.annotations.NullMarked;
