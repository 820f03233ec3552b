/** Words: how far one is from another. */
@NullMarked
package dev.kassei.api.text;

import org.jspecify.annotations.NullMarked;
