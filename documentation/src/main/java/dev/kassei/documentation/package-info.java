/** Takes what Javadoc says of records into their jar, when they are compiled. */
@NullMarked
package dev.kassei.documentation;

import org.jspecify.annotations.NullMarked;
