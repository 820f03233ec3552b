/** Files that go to other machines; used on both sides. */
@NullMarked
package dev.kassei.spark.archive;

import org.jspecify.annotations.NullMarked;
