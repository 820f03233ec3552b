package dev.kassei.batch.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A process that trains, and where it runs.
 *
 * @param facts about it, in the order in which they are shown
 */
public record Site(Map<String, String> facts) {
  private static final long MEBIBYTE = 1 << 20;

  public Site {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /**
   * This process.
   *
   * @param release what this version of Kassei is called
   * @param code names its code
   * @param threads on which trials are trained
   */
  public static Site here(String release, String code, int threads) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("kassei", release);
    facts.put("code", code);
    Commit.ofKassei().ifPresent(commit -> facts.put("commit", commit));
    facts.put("java", System.getProperty("java.runtime.version", ""));
    facts.put("vm", System.getProperty("java.vm.name", ""));
    facts.put("vendor", System.getProperty("java.vendor", ""));
    facts.put(
        "system", System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
    facts.put("architecture", System.getProperty("os.arch", ""));
    facts.put("processor", Processor.ofThisMachine().model());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("threads", Integer.toString(threads));
    facts.put("heap_mib", Long.toString(Runtime.getRuntime().maxMemory() / MEBIBYTE));
    facts.put("process", Long.toString(ProcessHandle.current().pid()));
    return new Site(facts);
  }
}
