package dev.kassei.results;

import java.util.List;

/**
 * What a header says of one tensor, unchecked but for signs.
 *
 * @param begin the first byte among the numbers
 * @param end the byte after the last
 */
record SafetensorsEntry(String name, String dtype, List<Long> shape, long begin, long end) {}
