/** Logging that says nothing, and not even that, where a program has no logger. */
@NullMarked
package dev.kassei.engine.logging;

import org.jspecify.annotations.NullMarked;
