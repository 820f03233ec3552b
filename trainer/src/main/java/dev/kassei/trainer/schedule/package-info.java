/** The schedules of the learning rate: one record a file. */
@NullMarked
package dev.kassei.trainer.schedule;

import org.jspecify.annotations.NullMarked;
