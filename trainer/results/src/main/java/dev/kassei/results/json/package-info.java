/** JSON files: records, written and read by the names of their components, and plain objects. */
@NullMarked
package dev.kassei.results.json;

import org.jspecify.annotations.NullMarked;
