/** Pictures in files: the formats, and where the files go. */
@NullMarked
package dev.kassei.plotting;

import org.jspecify.annotations.NullMarked;
