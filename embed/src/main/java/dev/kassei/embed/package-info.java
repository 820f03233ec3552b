/**
 * Kassei as a library. {@link dev.kassei.embed.Kassei} is where a program begins; the page {@code
 * docs/java.md} shows how.
 *
 * <p>Public types of this package mention only types of Java, of {@code dev.kassei.api} and of this
 * package. There is no static state; everything but {@link dev.kassei.embed.ExperimentBuilder} is
 * immutable and for use by several threads. Nothing is printed, and no thread outlives a call.
 */
@NullMarked
package dev.kassei.embed;

import org.jspecify.annotations.NullMarked;
