/** Numbers: required, printed, drawn. */
@NullMarked
package dev.kassei.api.value;

import org.jspecify.annotations.NullMarked;
