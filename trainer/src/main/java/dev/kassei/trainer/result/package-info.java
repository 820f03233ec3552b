/** Result folders: files that other programs can read, written whole or not at all. */
@NullMarked
package dev.kassei.trainer.result;

import org.jspecify.annotations.NullMarked;
