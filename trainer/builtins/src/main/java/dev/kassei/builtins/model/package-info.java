/** The models: one record per file. */
@NullMarked
package dev.kassei.builtins.model;

import org.jspecify.annotations.NullMarked;
