/** How fast the kernels are, alone by JMH and beside other libraries by the scripts. */
@NullMarked
package dev.kassei.benchmarks;

import org.jspecify.annotations.NullMarked;
