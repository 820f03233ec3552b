package dev.kassei.results.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A process that trained trials: a line of {@code environment.jsonl}.
 *
 * @param facts about it by name, in the order in which they stand there
 */
public record SiteRecord(Map<String, String> facts) {
  /** The fact that names the process in the journal and in {@code timings.csv}. */
  public static final String SITE = "site";

  public static final String JAVA = "java";
  public static final String VM = "vm";
  public static final String SYSTEM = "system";
  public static final String ARCHITECTURE = "architecture";
  public static final String PROCESSOR = "processor";
  public static final String CORES = "cores";
  public static final String THREADS = "threads";
  public static final String KERNELS = "kernels";

  public SiteRecord {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** A fact; "" if it is not known. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }

  /** What names the process; "" in what older versions wrote. */
  public String site() {
    return fact(SITE);
  }

  /** The model of the processor, or its architecture where the system does not say. */
  public String processor() {
    String model = fact(PROCESSOR);
    return model.isEmpty() ? fact(ARCHITECTURE) : model;
  }
}
