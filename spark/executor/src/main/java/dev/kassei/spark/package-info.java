/** Finds an installation of Spark, and starts what speaks to it beside Kassei's own classes. */
@NullMarked
package dev.kassei.spark;

import org.jspecify.annotations.NullMarked;
