/** The models: one record a file. */
@NullMarked
package dev.kassei.trainer.model;

import org.jspecify.annotations.NullMarked;
