/** Files that are written whole, and read with a message that names them where they are damaged. */
@NullMarked
package dev.kassei.results.file;

import org.jspecify.annotations.NullMarked;
