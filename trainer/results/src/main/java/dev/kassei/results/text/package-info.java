/** Texts for people: numbers, plurals, quotations. */
@NullMarked
package dev.kassei.results.text;

import org.jspecify.annotations.NullMarked;
