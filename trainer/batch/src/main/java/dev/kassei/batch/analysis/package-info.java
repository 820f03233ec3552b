/** What the trials of a batch say about the methods that it compares. */
@NullMarked
package dev.kassei.batch.analysis;

import org.jspecify.annotations.NullMarked;
