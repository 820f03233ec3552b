/** A small trained network as a C99 header that depends on nothing but the standard library. */
@NullMarked
package dev.kassei.export.c;

import org.jspecify.annotations.NullMarked;
