/** Text files that are read line by line, and the problems found in them, reported together. */
@NullMarked
package dev.kassei.results.text;

import org.jspecify.annotations.NullMarked;
