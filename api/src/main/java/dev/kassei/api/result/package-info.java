/** The records that describe result files: the trainer writes them, plotting reads them. */
@NullMarked
package dev.kassei.api.result;

import org.jspecify.annotations.NullMarked;
