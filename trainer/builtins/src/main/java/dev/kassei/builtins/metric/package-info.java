/** The metrics: one record a file. */
@NullMarked
package dev.kassei.builtins.metric;

import org.jspecify.annotations.NullMarked;
