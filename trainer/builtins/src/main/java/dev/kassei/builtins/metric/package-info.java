/** The metrics: one record per file. */
@NullMarked
package dev.kassei.builtins.metric;

import org.jspecify.annotations.NullMarked;
