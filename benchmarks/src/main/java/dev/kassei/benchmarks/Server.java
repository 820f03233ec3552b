package dev.kassei.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Times Kassei for a script which times another library in turn: reads lines such as {@code 0.3
 * training image}, seconds and {@linkplain Work#of work}, and answers each with the processor time
 * in nanoseconds and the bytes allocated.
 */
public final class Server {
  /** How long new work runs before it is measured, in seconds; the JVM compiles it meanwhile. */
  private static final double WARMING = 1.5;

  private Server() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String known = "";
    Work work = () -> {};
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] halves = line.split(" ", 2);
      if (!halves[1].equals(known)) {
        known = halves[1];
        work = Work.of(known.split(" ", -1));
        Timing.of(work, WARMING);
      }
      Timing timing = Timing.of(work, Double.parseDouble(halves[0]));
      System.out.println(timing.nanoseconds() + " " + timing.bytes());
    }
  }
}
