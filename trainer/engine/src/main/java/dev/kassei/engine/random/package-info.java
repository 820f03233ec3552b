/** Named and counted randomness: every draw is a function of its name and number alone. */
@NullMarked
package dev.kassei.engine.random;

import org.jspecify.annotations.NullMarked;
