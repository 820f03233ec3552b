/** Pictures of single functions. */
@NullMarked
package dev.kassei.plotting.formula;

import org.jspecify.annotations.NullMarked;
