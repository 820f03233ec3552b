/** The layers of docs/writing-a-plugin.md that look at positions. */
@org.jspecify.annotations.NullMarked
package org.example;
