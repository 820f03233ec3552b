/** The trials of a batch, one at a time, for programs that show each of them. */
@NullMarked
package dev.kassei.export.trials;

import org.jspecify.annotations.NullMarked;
