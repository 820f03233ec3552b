/** The tables of a batch's folder, which are written whole and read back. */
@NullMarked
package dev.kassei.trainer.batch.table;

import org.jspecify.annotations.NullMarked;
