package dev.kassei.embed;

import org.apiguardian.api.API;

/**
 * How far something has come.
 *
 * @param what what is counted: {@code epochs}, {@code trials}, {@code tuning} or {@code runs}
 * @param done how many have ended
 * @param total how many there are in all
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Progress(String what, long done, long total) {}
