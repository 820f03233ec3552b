package dev.kassei.batch.worker;

import dev.kassei.results.record.SurfacesRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a coordinator and its workers say to each other, whatever carries it. The coordinator says
 * {@link Begin}, and after the worker's {@link Ready} one {@link Train} after the other, each once
 * the one before is {@link Done}.
 */
public sealed interface Message {
  /**
   * The batch to train trials of.
   *
   * @param code names the code of Kassei, which must be the worker's, too
   * @param release what this version of Kassei is called
   * @param source what stands for the file of the batch: relative paths start in its folder
   * @param yaml the effective configuration
   * @param copies what files are called at the worker, by the path as the configuration writes it
   * @param checkpoints the folder of the states of trials on their way
   * @param threads that share the large steps of a trial
   * @param kernels that compute
   */
  record Begin(
      String code,
      String release,
      String source,
      String yaml,
      Map<String, String> copies,
      String checkpoints,
      int threads,
      String kernels)
      implements Message {
    public Begin {
      copies = Map.copyOf(copies);
    }
  }

  /** Groups of trials to be trained one after the other. */
  record Train(List<Group> groups) implements Message {
    public Train {
      groups = List.copyOf(groups);
    }
  }

  /** Trials to be trained side by side, as far as that can be. */
  record Group(List<Order> orders) {
    public Group {
      orders = List.copyOf(orders);
    }
  }

  /**
   * One trial.
   *
   * @param isCandidate whether it is one of the tuning, which have numbers of their own
   * @param axes printed values by path, those of tuned axes among them
   * @param key of the trial, which the worker computes, too
   * @param isRecorded whether what it learns over two inputs is saved
   */
  record Order(
      boolean isCandidate, int number, Map<String, String> axes, String key, boolean isRecorded) {
    public Order {
      axes = Map.copyOf(axes);
    }
  }

  /**
   * The worker has the batch and awaits trials.
   *
   * @param facts about the process, in the order in which they are shown
   */
  record Ready(Map<String, String> facts) implements Message {}

  /** The worker is there, whatever it works at. */
  record Alive() implements Message {}

  /** Trials that were trained side by side have ended. */
  record Ended(List<Result> results) implements Message {
    public Ended {
      results = List.copyOf(results);
    }
  }

  /**
   * What a trial has come to.
   *
   * @param record of the trial, as {@code RecordBytes} writes it
   * @param line of a journal that tells the same, with its sum
   * @param surfaces what it learned over two inputs; empty if that is not saved
   */
  record Result(byte[] record, String line, Optional<SurfacesRecord> surfaces) {}

  /** A trial could not be run there. */
  record Unrun(String key, String reason, String advice, boolean isTemporary) implements Message {}

  /** All trials that were to be trained have ended or could not be run. */
  record Done() implements Message {}

  /**
   * The worker cannot work for this batch, and ends.
   *
   * @param isTemporary whether it may succeed later or on another machine
   */
  record Refused(String reason, boolean isTemporary) implements Message {}
}
