/** Files of separated values as people write them: lines, cells, and the numbers in them. */
@NullMarked
package dev.kassei.results.csv;

import org.jspecify.annotations.NullMarked;
