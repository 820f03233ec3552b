package dev.kassei.batch.run;

/**
 * Which Kassei runs.
 *
 * @param release what it is called, such as 0.1.0
 * @param code names its code, on which results depend
 */
public record KasseiVersion(String release, String code) {}
