/** What a batch found, as files and words. */
@NullMarked
package dev.kassei.batch.report;

import org.jspecify.annotations.NullMarked;
