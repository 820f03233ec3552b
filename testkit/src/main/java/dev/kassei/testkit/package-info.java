/**
 * The contracts of plugins as plain code: checks that return findings, and JUnit 5 interfaces that
 * run them.
 */
@NullMarked
package dev.kassei.testkit;

import org.jspecify.annotations.NullMarked;
