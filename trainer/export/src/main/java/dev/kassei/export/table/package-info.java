/** Tables of results with typed columns, for programs that analyse them: JSON lines and Parquet. */
@NullMarked
package dev.kassei.export.table;

import org.jspecify.annotations.NullMarked;
