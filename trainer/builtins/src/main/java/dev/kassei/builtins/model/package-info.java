/** The models: one record a file. */
@NullMarked
package dev.kassei.builtins.model;

import org.jspecify.annotations.NullMarked;
