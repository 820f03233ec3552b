/** The schedules of the learning rate: one record per file. */
@NullMarked
package dev.kassei.builtins.schedule;

import org.jspecify.annotations.NullMarked;
