package dev.kassei.batch.history;

import static dev.kassei.results.record.SiteRecord.ARCHITECTURE;
import static dev.kassei.results.record.SiteRecord.CORES;
import static dev.kassei.results.record.SiteRecord.JAVA;
import static dev.kassei.results.record.SiteRecord.KERNELS;
import static dev.kassei.results.record.SiteRecord.PROCESSOR;
import static dev.kassei.results.record.SiteRecord.SITE;
import static dev.kassei.results.record.SiteRecord.SYSTEM;
import static dev.kassei.results.record.SiteRecord.THREADS;
import static dev.kassei.results.record.SiteRecord.VM;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A process that trains, and where it runs.
 *
 * @param facts about it, in the order in which they are shown
 */
public record Site(Map<String, String> facts) {
  private static final long MEBIBYTE = 1 << 20;
  private static final int NAME_DIGITS = 12;

  public Site {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** What names this process among all that train; "" if nothing is known of it. */
  public String name() {
    return facts.getOrDefault(SITE, "");
  }

  /**
   * This process.
   *
   * @param release what this version of Kassei is called
   * @param code names its code
   * @param threads on which trials are trained
   * @param kernels that compute, such as {@code AUTO}
   */
  public static Site here(String release, String code, int threads, String kernels) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(SITE, newName());
    facts.put("kassei", release);
    facts.put("code", code);
    Commit.ofKassei().ifPresent(commit -> facts.put("commit", commit));
    facts.put(JAVA, System.getProperty("java.runtime.version", ""));
    facts.put(VM, System.getProperty("java.vm.name", ""));
    facts.put("vendor", System.getProperty("java.vendor", ""));
    facts.put(
        SYSTEM, System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
    facts.put(ARCHITECTURE, System.getProperty("os.arch", ""));
    facts.put(PROCESSOR, Processor.ofThisMachine().model());
    facts.put(CORES, Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put(THREADS, Integer.toString(threads));
    facts.put(KERNELS, kernels.toLowerCase(Locale.ROOT));
    facts.put("heap_mib", Long.toString(Runtime.getRuntime().maxMemory() / MEBIBYTE));
    facts.put("process", Long.toString(ProcessHandle.current().pid()));
    return new Site(facts);
  }

  /** Containers have equal numbers of processes, and start at the same moment. */
  private static String newName() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, NAME_DIGITS);
  }
}
