/** The folder of a run: reads it, and draws its pictures and its report. */
@NullMarked
package dev.kassei.plotting.run;

import org.jspecify.annotations.NullMarked;
