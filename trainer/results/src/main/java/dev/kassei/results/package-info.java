/** Result folders: files that other programs can read, written whole or not at all. */
@NullMarked
package dev.kassei.results;

import org.jspecify.annotations.NullMarked;
