/** The learning algorithms: one record per file. */
@NullMarked
package dev.kassei.builtins.optimizer;

import org.jspecify.annotations.NullMarked;
