/** The tables of a batch's folder, which are written whole and read back. */
@NullMarked
package dev.kassei.batch.table;

import org.jspecify.annotations.NullMarked;
