/** The learning algorithms: one record a file. */
@NullMarked
package dev.kassei.builtins.optimizer;

import org.jspecify.annotations.NullMarked;
