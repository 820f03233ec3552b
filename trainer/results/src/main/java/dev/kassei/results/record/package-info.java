/** The records that describe result files: the trainer writes them, plotting reads them. */
@NullMarked
package dev.kassei.results.record;

import org.jspecify.annotations.NullMarked;
