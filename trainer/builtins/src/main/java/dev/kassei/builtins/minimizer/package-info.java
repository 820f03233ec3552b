/** Learning algorithms in plain Java: one record per file. */
@NullMarked
package dev.kassei.builtins.minimizer;

import org.jspecify.annotations.NullMarked;
