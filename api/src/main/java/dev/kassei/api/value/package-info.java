/** Numbers: checked, printed, drawn at random. */
@NullMarked
package dev.kassei.api.value;

import org.jspecify.annotations.NullMarked;
