/** Reads the files of results, of runs and of batches, and trusts nothing in them. */
@NullMarked
package dev.kassei.plotting.folder;

import org.jspecify.annotations.NullMarked;
