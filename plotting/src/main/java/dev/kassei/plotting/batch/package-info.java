/** The folder of a batch: its pictures as functions of plain numbers, and its report. */
@NullMarked
package dev.kassei.plotting.batch;

import org.jspecify.annotations.NullMarked;
